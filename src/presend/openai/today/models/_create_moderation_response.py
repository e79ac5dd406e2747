# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field


class CreateModerationResponse(Model):
    """The verdict on a moderation request: whether the input looks harmful, and in which ways."""

    id: str | None = None

    model: str | None = None

    results: list[CreateModerationResponseResult | None] | None = None


class CreateModerationResponseResult(Model):
    flagged: bool | None = None

    categories: CreateModerationResponseResultCategories | None = None

    category_scores: CreateModerationResponseResultCategoryScores | None = None

    category_applied_input_types: CreateModerationResponseResultCategoryAppliedInputTypes | None = None


class CreateModerationResponseResultCategories(Model):
    hate: bool | None = None

    hate_threatening: Annotated[bool | None, Field(alias="hate/threatening")] = None

    harassment: bool | None = None

    harassment_threatening: Annotated[bool | None, Field(alias="harassment/threatening")] = None

    illicit: bool | None = None

    illicit_violent: Annotated[bool | None, Field(alias="illicit/violent")] = None

    self_harm: Annotated[bool | None, Field(alias="self-harm")] = None

    self_harm_intent: Annotated[bool | None, Field(alias="self-harm/intent")] = None

    self_harm_instructions: Annotated[bool | None, Field(alias="self-harm/instructions")] = None

    sexual: bool | None = None

    sexual_minors: Annotated[bool | None, Field(alias="sexual/minors")] = None

    violence: bool | None = None

    violence_graphic: Annotated[bool | None, Field(alias="violence/graphic")] = None


class CreateModerationResponseResultCategoryAppliedInputTypes(Model):
    hate: list[Literal["text"] | str | None] | None = None

    hate_threatening: Annotated[
        list[Literal["text"] | str | None] | None, Field(alias="hate/threatening")
    ] = None

    harassment: list[Literal["text"] | str | None] | None = None

    harassment_threatening: Annotated[
        list[Literal["text"] | str | None] | None, Field(alias="harassment/threatening")
    ] = None

    illicit: list[Literal["text"] | str | None] | None = None

    illicit_violent: Annotated[list[Literal["text"] | str | None] | None, Field(alias="illicit/violent")] = (
        None
    )

    self_harm: Annotated[list[Literal["text", "image"] | str | None] | None, Field(alias="self-harm")] = None

    self_harm_intent: Annotated[
        list[Literal["text", "image"] | str | None] | None, Field(alias="self-harm/intent")
    ] = None

    self_harm_instructions: Annotated[
        list[Literal["text", "image"] | str | None] | None, Field(alias="self-harm/instructions")
    ] = None

    sexual: list[Literal["text", "image"] | str | None] | None = None

    sexual_minors: Annotated[list[Literal["text"] | str | None] | None, Field(alias="sexual/minors")] = None

    violence: list[Literal["text", "image"] | str | None] | None = None

    violence_graphic: Annotated[
        list[Literal["text", "image"] | str | None] | None, Field(alias="violence/graphic")
    ] = None


class CreateModerationResponseResultCategoryScores(Model):
    hate: float | None = None

    hate_threatening: Annotated[float | None, Field(alias="hate/threatening")] = None

    harassment: float | None = None

    harassment_threatening: Annotated[float | None, Field(alias="harassment/threatening")] = None

    illicit: float | None = None

    illicit_violent: Annotated[float | None, Field(alias="illicit/violent")] = None

    self_harm: Annotated[float | None, Field(alias="self-harm")] = None

    self_harm_intent: Annotated[float | None, Field(alias="self-harm/intent")] = None

    self_harm_instructions: Annotated[float | None, Field(alias="self-harm/instructions")] = None

    sexual: float | None = None

    sexual_minors: Annotated[float | None, Field(alias="sexual/minors")] = None

    violence: float | None = None

    violence_graphic: Annotated[float | None, Field(alias="violence/graphic")] = None
