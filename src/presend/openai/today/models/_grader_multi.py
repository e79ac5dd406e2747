# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._grader_label_model import GraderLabelModel
from ._grader_python import GraderPython
from ._grader_score_model import GraderScoreModel
from ._grader_string_check import GraderStringCheck
from ._grader_text_similarity import GraderTextSimilarity


class GraderMulti(Model):
    type: Literal["multi"]
    """The API's default is `"multi"`."""

    name: str

    graders: GraderMultiGraders

    calculate_output: str


GraderMultiGraders = TypeAliasType(
    "GraderMultiGraders",
    Annotated[
        GraderStringCheck | GraderTextSimilarity | GraderPython | GraderScoreModel | GraderLabelModel,
        Field(discriminator="type"),
    ],
)
