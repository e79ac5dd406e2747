# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import JsonObject, Model
from pydantic import ConfigDict, Field


class MCPListToolsTool(Model):
    model_config = ConfigDict(extra="forbid")

    name: str

    description: str | None = None

    input_schema: JsonObject

    annotations_: Annotated[JsonObject | None, Field(alias="annotations")] = None


class MCPListToolsToolReturned(Model):
    name: str | None = None

    description: str | None = None

    input_schema: JsonObject | None = None

    annotations_: Annotated[JsonObject | None, Field(alias="annotations")] = None
