# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class GetEvalRunOutputItemsPath(Model):
    eval_id: str

    run_id: str
