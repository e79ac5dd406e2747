# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class VideoReferenceInputParam(Model):
    """A finished video, by its id."""

    id: str
