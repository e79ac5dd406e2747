# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class FineTuningIntegration(Model):
    type: Literal["wandb"] | str | None = None

    wandb: FineTuningIntegrationWandb | None = None


class FineTuningIntegrationWandb(Model):
    project: str | None = None

    name: str | None = None

    entity: str | None = None

    tags: list[str | None] | None = None
