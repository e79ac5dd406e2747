# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field


class ImageRefParam(Model):
    """A picture by its URL or by the id of an uploaded file, one of the two."""

    model_config = ConfigDict(extra="forbid")

    image_url: Annotated[Omittable[str], Field(max_length=20971520)] = None

    file_id: Omittable[str] = None
