# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ContainerNetworkPolicyDisabledParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["disabled"]
    """The API's default is `"disabled"`."""


class ContainerNetworkPolicyDisabledParamReturned(Model):
    type: Literal["disabled"] | str | None = None
    """The API's default is `"disabled"`."""
