# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._grader_label_model import GraderLabelModel, GraderLabelModelReturned
from ._grader_python import GraderPython, GraderPythonReturned
from ._grader_score_model import GraderScoreModel, GraderScoreModelReturned
from ._grader_string_check import GraderStringCheck, GraderStringCheckReturned
from ._grader_text_similarity import GraderTextSimilarity, GraderTextSimilarityReturned


class GraderMulti(Model):
    type: Literal["multi"]
    """The API's default is `"multi"`."""

    name: str

    graders: GraderMultiGraders

    calculate_output: str


class GraderMultiReturned(Model):
    type: Literal["multi"] | str | None = None
    """The API's default is `"multi"`."""

    name: str | None = None

    graders: GraderMultiReturnedGraders | None = None

    calculate_output: str | None = None


GraderMultiGraders = TypeAliasType(
    "GraderMultiGraders",
    Annotated[
        GraderStringCheck | GraderTextSimilarity | GraderPython | GraderScoreModel | GraderLabelModel,
        Field(discriminator="type"),
    ],
)


GraderMultiReturnedGraders = TypeAliasType(
    "GraderMultiReturnedGraders",
    Annotated[
        GraderStringCheckReturned
        | GraderTextSimilarityReturned
        | GraderPythonReturned
        | GraderScoreModelReturned
        | GraderLabelModelReturned
        | JsonObject
        | None,
        Exact(__name__, "GraderMultiReturnedGraders"),
    ],
)
