# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject, Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._fine_tune_reinforcement_hyperparameters import FineTuneReinforcementHyperparameters, FineTuneReinforcementHyperparametersReturned
from ._grader_multi import GraderMulti, GraderMultiReturned
from ._grader_python import GraderPython, GraderPythonReturned
from ._grader_score_model import GraderScoreModel, GraderScoreModelReturned
from ._grader_string_check import GraderStringCheck, GraderStringCheckReturned
from ._grader_text_similarity import GraderTextSimilarity, GraderTextSimilarityReturned


class FineTuneReinforcementMethod(Model):
    grader: FineTuneReinforcementMethodGrader

    hyperparameters: Omittable[FineTuneReinforcementHyperparameters] = None


class FineTuneReinforcementMethodReturned(Model):
    grader: FineTuneReinforcementMethodReturnedGrader | None = None

    hyperparameters: FineTuneReinforcementHyperparametersReturned | None = None


FineTuneReinforcementMethodGrader = TypeAliasType(
    "FineTuneReinforcementMethodGrader",
    Annotated[
        GraderStringCheck | GraderTextSimilarity | GraderPython | GraderScoreModel | GraderMulti,
        Field(discriminator="type"),
    ],
)


FineTuneReinforcementMethodReturnedGrader = TypeAliasType(
    "FineTuneReinforcementMethodReturnedGrader",
    Annotated[
        GraderStringCheckReturned
        | GraderTextSimilarityReturned
        | GraderPythonReturned
        | GraderScoreModelReturned
        | GraderMultiReturned
        | JsonObject
        | None,
        Exact(__name__, "FineTuneReinforcementMethodReturnedGrader"),
    ],
)
