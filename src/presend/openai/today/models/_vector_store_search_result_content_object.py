# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class VectorStoreSearchResultContentObject(Model):
    type: Literal["text"] | str | None = None

    text: str | None = None
