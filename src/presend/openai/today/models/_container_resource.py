# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ContainerResource(Model):
    """A container: its state, its limits, and when it goes."""

    id: str | None = None

    object: str | None = None

    name: str | None = None

    created_at: int | None = None

    status: str | None = None

    last_active_at: int | None = None

    expires_after: ContainerResourceExpiresAfter | None = None

    memory_limit: Literal["1g", "4g", "16g", "64g"] | str | None = None

    network_policy: ContainerResourceNetworkPolicy | None = None


class ContainerResourceExpiresAfter(Model):
    anchor: Literal["last_active_at"] | str | None = None

    minutes: int | None = None


class ContainerResourceNetworkPolicy(Model):
    type: Literal["allowlist", "disabled"] | str | None = None

    allowed_domains: list[str | None] | None = None
