# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class CreateTranslationResponseJson(Model):
    """The English text of a recording."""

    text: str | None = None
