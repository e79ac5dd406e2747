# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._container_memory_limit import ContainerMemoryLimit
from ._container_network_policy_allowlist_param import ContainerNetworkPolicyAllowlistParam
from ._container_network_policy_disabled_param import ContainerNetworkPolicyDisabledParam
from ._inline_skill_param import InlineSkillParam
from ._skill_reference_param import SkillReferenceParam


class ContainerAutoParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["container_auto"]
    """The API's default is `"container_auto"`."""

    file_ids: Annotated[Omittable[list[str]], Field(max_length=50)] = None

    memory_limit: ContainerMemoryLimit | None = None

    network_policy: Omittable[ContainerAutoParamNetworkPolicy] = None

    skills: Annotated[Omittable[list[ContainerAutoParamSkill]], Field(max_length=200)] = None


ContainerAutoParamNetworkPolicy = TypeAliasType(
    "ContainerAutoParamNetworkPolicy",
    Annotated[
        ContainerNetworkPolicyDisabledParam | ContainerNetworkPolicyAllowlistParam,
        Field(discriminator="type"),
    ],
)


ContainerAutoParamSkill = TypeAliasType(
    "ContainerAutoParamSkill", Annotated[SkillReferenceParam | InlineSkillParam, Field(discriminator="type")]
)
