# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._fine_tune_reinforcement_hyperparameters import FineTuneReinforcementHyperparameters
from ._grader_multi import GraderMulti
from ._grader_python import GraderPython
from ._grader_score_model import GraderScoreModel
from ._grader_string_check import GraderStringCheck
from ._grader_text_similarity import GraderTextSimilarity


class FineTuneReinforcementMethod(Model):
    grader: FineTuneReinforcementMethodGrader

    hyperparameters: Omittable[FineTuneReinforcementHyperparameters] = None


FineTuneReinforcementMethodGrader = TypeAliasType(
    "FineTuneReinforcementMethodGrader",
    Annotated[
        GraderStringCheck | GraderTextSimilarity | GraderPython | GraderScoreModel | GraderMulti,
        Field(discriminator="type"),
    ],
)
