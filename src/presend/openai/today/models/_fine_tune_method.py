# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._fine_tune_dpo_method import FineTuneDPOMethod, FineTuneDPOMethodReturned
from ._fine_tune_reinforcement_method import FineTuneReinforcementMethod, FineTuneReinforcementMethodReturned
from ._fine_tune_supervised_method import FineTuneSupervisedMethod, FineTuneSupervisedMethodReturned


class FineTuneMethod(Model):
    """How to train: by examples (`supervised`), by preferences (`dpo`) or by graded answers
    (`reinforcement`).
    """

    type: Literal["supervised", "dpo", "reinforcement"]

    supervised: Omittable[FineTuneSupervisedMethod] = None

    dpo: Omittable[FineTuneDPOMethod] = None

    reinforcement: Omittable[FineTuneReinforcementMethod] = None


class FineTuneMethodReturned(Model):
    """How to train: by examples (`supervised`), by preferences (`dpo`) or by graded answers
    (`reinforcement`).
    """

    type: Literal["supervised", "dpo", "reinforcement"] | str | None = None

    supervised: FineTuneSupervisedMethodReturned | None = None

    dpo: FineTuneDPOMethodReturned | None = None

    reinforcement: FineTuneReinforcementMethodReturned | None = None
