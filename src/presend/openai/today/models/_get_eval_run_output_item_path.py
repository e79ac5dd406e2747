# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class GetEvalRunOutputItemPath(Model):
    eval_id: str

    run_id: str

    output_item_id: str
