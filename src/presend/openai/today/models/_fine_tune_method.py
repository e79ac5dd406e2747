# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._fine_tune_dpo_method import FineTuneDPOMethod, FineTuneDPOMethodReturned
from ._fine_tune_reinforcement_method import FineTuneReinforcementMethod, FineTuneReinforcementMethodReturned
from ._fine_tune_supervised_method import FineTuneSupervisedMethod, FineTuneSupervisedMethodReturned


class FineTuneMethod(Model):
    type: Literal["supervised", "dpo", "reinforcement"]

    supervised: Omittable[FineTuneSupervisedMethod] = None

    dpo: Omittable[FineTuneDPOMethod] = None

    reinforcement: Omittable[FineTuneReinforcementMethod] = None


class FineTuneMethodReturned(Model):
    type: Literal["supervised", "dpo", "reinforcement"] | str | None = None

    supervised: FineTuneSupervisedMethodReturned | None = None

    dpo: FineTuneDPOMethodReturned | None = None

    reinforcement: FineTuneReinforcementMethodReturned | None = None
