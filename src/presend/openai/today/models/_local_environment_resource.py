# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class LocalEnvironmentResource(Model):
    type: Literal["local"] | str | None = None
    """The API's default is `"local"`."""
