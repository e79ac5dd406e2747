# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field


class InlineSkillSourceParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["base64"]
    """The API's default is `"base64"`."""

    media_type: Literal["application/zip"]
    """The API's default is `"application/zip"`."""

    data: Annotated[str, Field(max_length=70254592, min_length=1)]


class InlineSkillSourceParamReturned(Model):
    type: Literal["base64"] | str | None = None
    """The API's default is `"base64"`."""

    media_type: Literal["application/zip"] | str | None = None
    """The API's default is `"application/zip"`."""

    data: Annotated[str | None, Field(max_length=70254592, min_length=1)] = None
