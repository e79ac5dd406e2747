"""Models that have ended, by the announced ends in model-facts.tsv and today's date (UTC)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today.model_facts import LONGEST, end_of, has_ended, refuses
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
MOST = 1024
LASTING: set[str] = set()  # up to `MOST` models of earlier requests that have no known end
CHOOSE = "Choose a model that `presend models` lists without an end, and keep its name out of the code."


def model_lasts(model: Any) -> bool:
    """Say whether no rule can apply to a model: it has no known end, and no known mistake in its name."""
    if not isinstance(model, str) or model in LASTING:
        return True
    if end_of(model) is not None or refuses(model, "exists"):
        return False
    if len(model) <= LONGEST and len(LASTING) < MOST:
        LASTING.add(model)
    return True


@rule(
    "model.retired",
    "warning",
    "prose",
    "The model is available: its announced end date is not past.",
    CHOOSE,
    at=MODELS,
    as_of=AS_OF,
    look=model_lasts,
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
    look=model_lasts,
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
    look=model_lasts,
)
def model_is_one(model: Any) -> Iterator[Finding]:
    if refuses(model, "exists"):
        yield Finding(f"Invalid {{param}}: '{model}' is no model, although the spec lists it.", "model_not_found")


def _today() -> dt.date:
    import datetime as dt  # slow to import, and few models have an end

    return dt.datetime.now(dt.UTC).date()


def _soon() -> dt.date:
    import datetime as dt  # the same

    return _today() + dt.timedelta(days=NEAR)
