# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field


class ApplyPatchCreateFileOperationParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["create_file"]
    """The API's default is `"create_file"`."""

    path: Annotated[str, Field(min_length=1)]

    diff: Annotated[str, Field(max_length=10485760)]


class ApplyPatchCreateFileOperationParamReturned(Model):
    type: Literal["create_file"] | str | None = None
    """The API's default is `"create_file"`."""

    path: Annotated[str | None, Field(min_length=1)] = None

    diff: Annotated[str | None, Field(max_length=10485760)] = None
