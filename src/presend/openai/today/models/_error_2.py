# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class Error_2(Model):
    code: str | None = None

    message: str | None = None
