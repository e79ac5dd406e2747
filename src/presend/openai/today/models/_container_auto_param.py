# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._container_memory_limit import ContainerMemoryLimit, ContainerMemoryLimitReturned
from ._container_network_policy_allowlist_param import ContainerNetworkPolicyAllowlistParam, ContainerNetworkPolicyAllowlistParamReturned
from ._container_network_policy_disabled_param import ContainerNetworkPolicyDisabledParam, ContainerNetworkPolicyDisabledParamReturned
from ._inline_skill_param import InlineSkillParam, InlineSkillParamReturned
from ._skill_reference_param import SkillReferenceParam, SkillReferenceParamReturned


class ContainerAutoParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["container_auto"]
    """The API's default is `"container_auto"`."""

    file_ids: Annotated[Omittable[list[str]], Field(max_length=50)] = None

    memory_limit: ContainerMemoryLimit | None = None

    network_policy: Omittable[ContainerAutoParamNetworkPolicy] = None

    skills: Annotated[Omittable[list[ContainerAutoParamSkill]], Field(max_length=200)] = None


class ContainerAutoParamReturned(Model):
    type: Literal["container_auto"] | str | None = None
    """The API's default is `"container_auto"`."""

    file_ids: Annotated[list[str | None] | None, Field(max_length=50)] = None

    memory_limit: ContainerMemoryLimitReturned | None = None

    network_policy: ContainerAutoParamReturnedNetworkPolicy | None = None

    skills: Annotated[list[ContainerAutoParamReturnedSkill] | None, Field(max_length=200)] = None


ContainerAutoParamNetworkPolicy = TypeAliasType(
    "ContainerAutoParamNetworkPolicy",
    Annotated[
        ContainerNetworkPolicyDisabledParam | ContainerNetworkPolicyAllowlistParam,
        Field(discriminator="type"),
    ],
)


ContainerAutoParamReturnedNetworkPolicy = TypeAliasType(
    "ContainerAutoParamReturnedNetworkPolicy",
    Annotated[
        ContainerNetworkPolicyDisabledParamReturned
        | ContainerNetworkPolicyAllowlistParamReturned
        | JsonObject
        | None,
        Exact(__name__, "ContainerAutoParamReturnedNetworkPolicy"),
    ],
)


ContainerAutoParamSkill = TypeAliasType(
    "ContainerAutoParamSkill", Annotated[SkillReferenceParam | InlineSkillParam, Field(discriminator="type")]
)


ContainerAutoParamReturnedSkill = TypeAliasType(
    "ContainerAutoParamReturnedSkill",
    Annotated[
        SkillReferenceParamReturned | InlineSkillParamReturned | JsonObject | None,
        Exact(__name__, "ContainerAutoParamReturnedSkill"),
    ],
)
