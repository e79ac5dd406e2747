# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field


class FileExpirationAfter(Model):
    """When the file is deleted. Left out, batch files go after 30 days and others stay until somebody
    deletes them.
    """

    anchor: Literal["created_at"]

    seconds: Annotated[int, Field(ge=3600, le=2592000)]
