# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import JsonObject, Model


class EvalRunOutputItemResult(Model):
    name: str | None = None

    type: str | None = None

    score: float | None = None

    passed: bool | None = None

    sample: JsonObject | None = None
