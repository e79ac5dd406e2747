# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._callable_tool_allowed_caller import CallableToolAllowedCaller, CallableToolAllowedCallerReturned
from ._mcp_tool_filter import MCPToolFilter, MCPToolFilterReturned


class MCPTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["mcp"]

    server_label: str

    server_url: Annotated[Omittable[str], Field(pattern="^[hH][tT][tT][pP][sS]?://")] = None

    connector_id: Omittable[
        Literal[
            "connector_dropbox",
            "connector_gmail",
            "connector_googlecalendar",
            "connector_googledrive",
            "connector_microsoftteams",
            "connector_outlookcalendar",
            "connector_outlookemail",
            "connector_sharepoint",
        ]
    ] = None

    tunnel_id: Annotated[Omittable[str], Field(pattern="^tunnel_[a-z0-9]{32}$")] = None

    authorization: Omittable[str] = None

    server_description: Omittable[str] = None

    headers: dict[str, str] | None = None

    allowed_tools: list[str] | MCPToolFilter | None = None

    allowed_callers: MCPToolAllowedCallersParts | None = None

    require_approval: MCPToolRequireApproval | Literal["always", "never"] | None = None

    defer_loading: Omittable[bool] = None


MCPToolAllowedCallersParts = TypeAliasType(
    "MCPToolAllowedCallersParts", Annotated[list[CallableToolAllowedCaller], Field(min_length=1)]
)


class MCPToolRequireApproval(Model):
    model_config = ConfigDict(extra="forbid")

    always: Omittable[MCPToolFilter] = None

    never: Omittable[MCPToolFilter] = None


class MCPToolReturned(Model):
    type: Literal["mcp"] | str | None = None

    server_label: str | None = None

    server_url: Annotated[str | None, Field(pattern="^[hH][tT][tT][pP][sS]?://")] = None

    connector_id: (
        Literal[
            "connector_dropbox",
            "connector_gmail",
            "connector_googlecalendar",
            "connector_googledrive",
            "connector_microsoftteams",
            "connector_outlookcalendar",
            "connector_outlookemail",
            "connector_sharepoint",
        ]
        | str
        | None
    ) = None

    tunnel_id: Annotated[str | None, Field(pattern="^tunnel_[a-z0-9]{32}$")] = None

    authorization: str | None = None

    server_description: str | None = None

    headers: dict[str, str | None] | None = None

    allowed_tools: list[str | None] | MCPToolFilterReturned | None = None

    allowed_callers: MCPToolReturnedAllowedCallersParts | None = None

    require_approval: MCPToolReturnedRequireApproval | Literal["always", "never"] | str | None = None

    defer_loading: bool | None = None


MCPToolReturnedAllowedCallersParts = TypeAliasType(
    "MCPToolReturnedAllowedCallersParts",
    Annotated[list[CallableToolAllowedCallerReturned | None], Field(min_length=1)],
)


class MCPToolReturnedRequireApproval(Model):
    always: MCPToolFilterReturned | None = None

    never: MCPToolFilterReturned | None = None
