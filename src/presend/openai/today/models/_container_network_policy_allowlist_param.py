# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._container_network_policy_domain_secret_param import ContainerNetworkPolicyDomainSecretParam, ContainerNetworkPolicyDomainSecretParamReturned


class ContainerNetworkPolicyAllowlistParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["allowlist"]
    """The API's default is `"allowlist"`."""

    allowed_domains: Annotated[list[str], Field(min_length=1)]

    domain_secrets: Annotated[
        Omittable[list[ContainerNetworkPolicyDomainSecretParam]], Field(min_length=1)
    ] = None


class ContainerNetworkPolicyAllowlistParamReturned(Model):
    type: Literal["allowlist"] | str | None = None
    """The API's default is `"allowlist"`."""

    allowed_domains: Annotated[list[str | None] | None, Field(min_length=1)] = None

    domain_secrets: Annotated[
        list[ContainerNetworkPolicyDomainSecretParamReturned | None] | None, Field(min_length=1)
    ] = None
