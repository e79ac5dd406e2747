# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._annotation import Annotation, AnnotationReturned
from ._log_prob import LogProb, LogProbReturned


class OutputTextContent(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["output_text"]
    """The API's default is `"output_text"`."""

    text: str

    annotations_: Annotated[list[Annotation], Field(alias="annotations")]

    logprobs: Omittable[list[LogProb]] = None


class OutputTextContentReturned(Model):
    type: Literal["output_text"] | str | None = None
    """The API's default is `"output_text"`."""

    text: str | None = None

    annotations_: Annotated[list[AnnotationReturned | None] | None, Field(alias="annotations")] = None

    logprobs: list[LogProbReturned | None] | None = None
