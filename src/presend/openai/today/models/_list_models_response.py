# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._model_ import Model_


class ListModelsResponse(Model):
    """The models that you can use."""

    object: Literal["list"] | str | None = None

    data: list[Model_] | None = None
