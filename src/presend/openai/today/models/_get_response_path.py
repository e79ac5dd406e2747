# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class GetResponsePath(Model):
    response_id: str
