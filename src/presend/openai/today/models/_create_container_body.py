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
    """A machine for the code interpreter and the shell: its files, its memory, and what it may reach."""

    name: str
    """A name of your choice."""

    file_ids: Omittable[list[str]] = None
    """Uploaded files to start with, by their ids."""

    expires_after: Omittable[CreateContainerBodyExpiresAfter] = None
    """How many minutes without use the container lives, counted from `anchor`."""

    skills: Omittable[list[CreateContainerBodySkill]] = None
    """Skills to put into the container, by reference or as an inline archive."""

    memory_limit: Omittable[Literal["1g", "4g", "16g", "64g"]] = None
    """How much memory the container has. Left out, it is `1g`."""

    network_policy: Omittable[CreateContainerBodyNetworkPolicy] = None
    """Whether the container may reach the internet, and which domains."""


class CreateContainerBodyExpiresAfter(Model):
    """How many minutes without use the container lives, counted from `anchor`."""

    anchor: Literal["last_active_at"]

    minutes: int


CreateContainerBodyNetworkPolicy = TypeAliasType(
    "CreateContainerBodyNetworkPolicy",
    Annotated[
        ContainerNetworkPolicyDisabledParam | ContainerNetworkPolicyAllowlistParam,
        Field(discriminator="type"),
    ],
)
"""Whether the container may reach the internet, and which domains."""


CreateContainerBodySkill = TypeAliasType(
    "CreateContainerBodySkill", Annotated[SkillReferenceParam | InlineSkillParam, Field(discriminator="type")]
)
