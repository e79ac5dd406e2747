# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._fine_tune_supervised_hyperparameters import FineTuneSupervisedHyperparameters, FineTuneSupervisedHyperparametersReturned


class FineTuneSupervisedMethod(Model):
    hyperparameters: Omittable[FineTuneSupervisedHyperparameters] = None


class FineTuneSupervisedMethodReturned(Model):
    hyperparameters: FineTuneSupervisedHyperparametersReturned | None = None
