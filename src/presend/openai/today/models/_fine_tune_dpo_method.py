# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._fine_tune_dpo_hyperparameters import FineTuneDPOHyperparameters, FineTuneDPOHyperparametersReturned


class FineTuneDPOMethod(Model):
    hyperparameters: Omittable[FineTuneDPOHyperparameters] = None


class FineTuneDPOMethodReturned(Model):
    hyperparameters: FineTuneDPOHyperparametersReturned | None = None
