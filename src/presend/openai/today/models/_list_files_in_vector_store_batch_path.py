# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class ListFilesInVectorStoreBatchPath(Model):
    vector_store_id: str

    batch_id: str
