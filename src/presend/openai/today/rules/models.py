"""The model of a request is still there, by the announced ends of model-facts.tsv and the date of today (UTC)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today.model_facts import end_of, has_ended, refuses
from presend.problems import Finding
from presend.rule import rule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

AS_OF = "2026-11-30"
NEAR = 90  # days
MODELS = tuple(
    f"{schema}.model"
    for schema in (
        "AudioTranscription",
        "CompactResponseMethodPublicBody",
        "CreateChatCompletionRequest",
        "CreateCompletionRequest",
        "CreateEmbeddingRequest",
        "CreateEvalLabelModelGrader",
        "CreateFineTuningJobRequest",
        "CreateImageEditRequest",
        "CreateImageRequest",
        "CreateImageVariationRequest",
        "CreateModerationRequest",
        "CreateResponse",
        "CreateSpeechRequest",
        "CreateTranscriptionRequest",
        "CreateTranslationRequest",
        "CreateVideoJsonBody",
        "CreateVideoMultipartBody",
        "EditImageBodyJsonParam",
        "RealtimeCallCreateRequestSession",
        "RealtimeSessionCreateRequestGA",
        "TokenCountsBody",
    )
)
CHOOSE = "Choose a model that `presend models` lists without an end, and keep its name out of the code."


@rule(
    "model.retired",
    "warning",
    "prose",
    "The model is still there: the date that was announced for its end is not over.",
    CHOOSE,
    at=MODELS,
    as_of=AS_OF,
)
def model_is_still_there(model: Any) -> Iterator[Finding]:
    end = end_of(model)
    if end is not None and has_ended(model, _today()):
        text = f"Retired model for {{param}}: the end of '{model}' was announced for {end.value}. {CHOOSE}"
        yield Finding(text, "model_not_found")


@rule(
    "model.retiring",
    "note",
    "prose",
    "The end of the model is not announced for one of the next 90 days.",
    CHOOSE,
    at=MODELS,
    as_of=AS_OF,
)
def model_stays(model: Any) -> Iterator[Finding]:
    end = end_of(model)
    if end is not None and not has_ended(model, _today()) and has_ended(model, _soon()):
        yield Finding(f"The end of '{model}' is announced for {end.value}. {CHOOSE}")


@rule(
    "model.not-an-id",
    "warning",
    "prose",
    "The name is that of a model, and not one that only the spec's lists have.",
    "Send gpt-5.4-mini, or another model that there is.",
    at=MODELS,
    as_of=AS_OF,
)
def model_is_one(model: Any) -> Iterator[Finding]:
    if refuses(model, "exists"):
        yield Finding(f"Invalid {{param}}: '{model}' is no model, although the spec lists it.", "model_not_found")


def _today() -> dt.date:
    import datetime as dt  # noqa: PLC0415 - slow to import, and few models have an end

    return dt.datetime.now(dt.UTC).date()


def _soon() -> dt.date:
    import datetime as dt  # noqa: PLC0415 - the same

    return _today() + dt.timedelta(days=NEAR)
