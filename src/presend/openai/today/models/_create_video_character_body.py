# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import FileContent, Model
from pydantic import Field


class CreateVideoCharacterBody(Model):
    """Form fields of `POST /videos/characters`: a video of somebody or something to use again under a
    name.
    """

    video: FileContent
    """The video that shows the character."""

    name: Annotated[str, Field(max_length=80, min_length=1)]
    """The name that prompts call the character by."""
