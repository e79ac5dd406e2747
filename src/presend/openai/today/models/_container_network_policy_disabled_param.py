# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ContainerNetworkPolicyDisabledParam(Model):
    type: Literal["disabled"]
    """The API's default is `"disabled"`."""


class ContainerNetworkPolicyDisabledParamReturned(Model):
    type: Literal["disabled"] | str | None = None
    """The API's default is `"disabled"`."""
