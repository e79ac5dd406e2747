# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import FileContent, Model
from pydantic import Field


class CreateVideoCharacterBody(Model):
    video: FileContent

    name: Annotated[str, Field(max_length=80, min_length=1)]
