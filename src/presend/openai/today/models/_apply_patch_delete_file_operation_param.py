# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field


class ApplyPatchDeleteFileOperationParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["delete_file"]
    """The API's default is `"delete_file"`."""

    path: Annotated[str, Field(min_length=1)]


class ApplyPatchDeleteFileOperationParamReturned(Model):
    type: Literal["delete_file"] | str | None = None
    """The API's default is `"delete_file"`."""

    path: Annotated[str | None, Field(min_length=1)] = None
