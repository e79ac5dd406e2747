# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._container_network_policy_allowlist_param import ContainerNetworkPolicyAllowlistParam
from ._container_network_policy_disabled_param import ContainerNetworkPolicyDisabledParam
from ._inline_skill_param import InlineSkillParam
from ._skill_reference_param import SkillReferenceParam


class CreateContainerBody(Model):
    name: str

    file_ids: Omittable[list[str]] = None

    expires_after: Omittable[CreateContainerBodyExpiresAfter] = None

    skills: Omittable[list[CreateContainerBodySkill]] = None

    memory_limit: Omittable[Literal["1g", "4g", "16g", "64g"]] = None

    network_policy: Omittable[CreateContainerBodyNetworkPolicy] = None


class CreateContainerBodyExpiresAfter(Model):
    anchor: Literal["last_active_at"]

    minutes: int


CreateContainerBodyNetworkPolicy = TypeAliasType(
    "CreateContainerBodyNetworkPolicy",
    Annotated[
        ContainerNetworkPolicyDisabledParam | ContainerNetworkPolicyAllowlistParam,
        Field(discriminator="type"),
    ],
)


CreateContainerBodySkill = TypeAliasType(
    "CreateContainerBodySkill", Annotated[SkillReferenceParam | InlineSkillParam, Field(discriminator="type")]
)
