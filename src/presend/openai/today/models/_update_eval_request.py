# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._metadata import Metadata


class UpdateEvalRequest(Model):
    name: Omittable[str] = None
    """The new name."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """
