# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model, Omittable


class EvalJsonlFileContentSource(Model):
    type: Literal["file_content"]
    """The API's default is `"file_content"`."""

    content: list[EvalJsonlFileContentSourceContentItem]


class EvalJsonlFileContentSourceContentItem(Model):
    item: JsonObject

    sample: Omittable[JsonObject] = None


class EvalJsonlFileContentSourceReturned(Model):
    type: Literal["file_content"] | str | None = None
    """The API's default is `"file_content"`."""

    content: list[EvalJsonlFileContentSourceReturnedContentItem | None] | None = None


class EvalJsonlFileContentSourceReturnedContentItem(Model):
    item: JsonObject | None = None

    sample: JsonObject | None = None
