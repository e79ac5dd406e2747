# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._web_search_action_find import WebSearchActionFind, WebSearchActionFindReturned
from ._web_search_action_open_page import WebSearchActionOpenPage, WebSearchActionOpenPageReturned
from ._web_search_action_search import WebSearchActionSearch, WebSearchActionSearchReturned


class WebSearchToolCall(Model):
    model_config = ConfigDict(extra="forbid")

    id: str

    type: Literal["web_search_call"]

    status: Literal["in_progress", "searching", "completed", "failed", "incomplete"]

    action: WebSearchToolCallAction


WebSearchToolCallAction = TypeAliasType(
    "WebSearchToolCallAction",
    Annotated[
        WebSearchActionSearch | WebSearchActionOpenPage | WebSearchActionFind, Field(discriminator="type")
    ],
)


class WebSearchToolCallReturned(Model):
    id: str | None = None

    type: Literal["web_search_call"] | str | None = None

    status: Literal["in_progress", "searching", "completed", "failed", "incomplete"] | str | None = None

    action: WebSearchToolCallReturnedAction | None = None


WebSearchToolCallReturnedAction = TypeAliasType(
    "WebSearchToolCallReturnedAction",
    Annotated[
        WebSearchActionSearchReturned
        | WebSearchActionOpenPageReturned
        | WebSearchActionFindReturned
        | JsonObject
        | None,
        Exact(__name__, "WebSearchToolCallReturnedAction"),
    ],
)
