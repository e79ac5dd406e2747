# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._container_memory_limit import ContainerMemoryLimit, ContainerMemoryLimitReturned
from ._container_network_policy_allowlist_param import ContainerNetworkPolicyAllowlistParam, ContainerNetworkPolicyAllowlistParamReturned
from ._container_network_policy_disabled_param import ContainerNetworkPolicyDisabledParam, ContainerNetworkPolicyDisabledParamReturned


class AutoCodeInterpreterToolParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["auto"]
    """The API's default is `"auto"`."""

    file_ids: Annotated[Omittable[list[str]], Field(max_length=50)] = None

    memory_limit: ContainerMemoryLimit | None = None

    network_policy: Omittable[AutoCodeInterpreterToolParamNetworkPolicy] = None


class AutoCodeInterpreterToolParamReturned(Model):
    type: Literal["auto"] | str | None = None
    """The API's default is `"auto"`."""

    file_ids: Annotated[list[str | None] | None, Field(max_length=50)] = None

    memory_limit: ContainerMemoryLimitReturned | None = None

    network_policy: AutoCodeInterpreterToolParamReturnedNetworkPolicy | None = None


AutoCodeInterpreterToolParamNetworkPolicy = TypeAliasType(
    "AutoCodeInterpreterToolParamNetworkPolicy",
    Annotated[
        ContainerNetworkPolicyDisabledParam | ContainerNetworkPolicyAllowlistParam,
        Field(discriminator="type"),
    ],
)


AutoCodeInterpreterToolParamReturnedNetworkPolicy = TypeAliasType(
    "AutoCodeInterpreterToolParamReturnedNetworkPolicy",
    Annotated[
        ContainerNetworkPolicyDisabledParamReturned
        | ContainerNetworkPolicyAllowlistParamReturned
        | JsonObject
        | None,
        Exact(__name__, "AutoCodeInterpreterToolParamReturnedNetworkPolicy"),
    ],
)
