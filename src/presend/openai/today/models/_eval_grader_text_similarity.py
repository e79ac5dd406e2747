# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class EvalGraderTextSimilarity(Model):
    type: Literal["text_similarity"]
    """The API's default is `"text_similarity"`."""

    name: str

    input: str

    reference: str

    evaluation_metric: Literal[
        "cosine",
        "fuzzy_match",
        "bleu",
        "gleu",
        "meteor",
        "rouge_1",
        "rouge_2",
        "rouge_3",
        "rouge_4",
        "rouge_5",
        "rouge_l",
    ]

    pass_threshold: float


class EvalGraderTextSimilarityReturned(Model):
    type: Literal["text_similarity"] | str | None = None
    """The API's default is `"text_similarity"`."""

    name: str | None = None

    input: str | None = None

    reference: str | None = None

    evaluation_metric: (
        Literal[
            "cosine",
            "fuzzy_match",
            "bleu",
            "gleu",
            "meteor",
            "rouge_1",
            "rouge_2",
            "rouge_3",
            "rouge_4",
            "rouge_5",
            "rouge_l",
        ]
        | str
        | None
    ) = None

    pass_threshold: float | None = None
