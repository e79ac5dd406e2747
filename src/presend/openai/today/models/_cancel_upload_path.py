# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class CancelUploadPath(Model):
    upload_id: str
