# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class Embedding(Model):
    index: int | None = None

    embedding: list[float | None] | str | None = None

    object: Literal["embedding"] | str | None = None
