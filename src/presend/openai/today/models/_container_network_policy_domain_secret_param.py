# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import ConfigDict, Field


class ContainerNetworkPolicyDomainSecretParam(Model):
    model_config = ConfigDict(extra="forbid")

    domain: Annotated[str, Field(min_length=1)]

    name: Annotated[str, Field(min_length=1)]

    value: Annotated[str, Field(max_length=10485760, min_length=1)]


class ContainerNetworkPolicyDomainSecretParamReturned(Model):
    domain: Annotated[str | None, Field(min_length=1)] = None

    name: Annotated[str | None, Field(min_length=1)] = None

    value: Annotated[str | None, Field(max_length=10485760, min_length=1)] = None
