# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class Image(Model):
    b64_json: str | None = None

    url: str | None = None

    revised_prompt: str | None = None
