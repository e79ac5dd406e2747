"""Completions: `best_of` and `n`, and members that only one model supports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today.model_facts import fact_of, refuses
from presend.problems import Finding
from presend.rule import rule, said
from presend.schema.keywords import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPLETION = "CreateCompletionRequest"
BEST_OF = said(f"{COMPLETION}/properties/best_of")

ELSEWHERE = {
    "completion.max-tokens.context": "It needs the model's tokenizer and the length of its context.",
}


def _counts(request: dict[str, Any]) -> tuple[int, int] | None:
    """Return `best_of` and `n` (default: 1), or `None` without `best_of`."""
    best_of, n = request.get("best_of"), request.get("n")
    n = 1 if n is None else n
    return (best_of, n) if isinstance(best_of, int) and isinstance(n, int) else None


@rule(
    "completion.best-of.at-least-n",
    "error",
    "prose",
    "best_of is not less than n; the text says greater, but equal values are accepted (Azure/azure-sdk-for-net#36258).",
    "Raise best_of to n, or leave it out.",
    at=COMPLETION,
    sources=BEST_OF,
)
def best_of_is_at_least_n(request: Any) -> Iterator[Finding]:
    counts = _counts(request)
    if counts and counts[0] < counts[1]:
        text = f"Invalid {{param}}: expected at least n, which is {counts[1]}, but got {counts[0]}."
        yield Finding(text, member=("best_of",))


@rule(
    "completion.best-of.greater-than-n",
    "note",
    "prose",
    "best_of is greater than n, says the text; with equal values there is nothing to choose from.",
    "Leave best_of out.",
    at=COMPLETION,
    sources=BEST_OF,
)
def best_of_is_greater_than_n(request: Any) -> Iterator[Finding]:
    counts = _counts(request)
    if counts and counts[0] == counts[1]:
        yield Finding("No effect of {param}: it is not greater than n.", "", ("best_of",))


@rule(
    "completion.best-of.not-streamed",
    "error",
    "prose",
    "Results of best_of above 1 cannot be streamed.",
    "Leave stream out, or best_of.",
    at=COMPLETION,
    sources=BEST_OF,
)
def best_of_is_not_streamed(request: Any) -> Iterator[Finding]:
    if is_number(request.get("best_of")) and request["best_of"] > 1 and request.get("stream") is True:
        yield Finding("Invalid {param}: expected 1, since the results of more cannot be streamed.", member=("best_of",))


@rule(
    "completion.suffix.model",
    "warning",
    "prose",
    "suffix works only with gpt-3.5-turbo-instruct.",
    "Choose that model, or leave suffix out.",
    at=COMPLETION,
    sources=said(f"{COMPLETION}/properties/suffix"),
    as_of="2026-08-21",
)
def suffix_fits_the_model(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("suffix"), str) and refuses(request.get("model"), "completion.suffix"):
        yield Finding("Unsupported parameter: {param} is not supported with this model.", member=("suffix",))


@rule(
    "completion.sampling.one-knob",
    "note",
    "prose",
    "A request changes temperature or top_p, not both.",
    "Leave one of them out, or at its default of 1.",
    at=COMPLETION,
    sources=said(f"{COMPLETION}/properties/temperature", f"{COMPLETION}/properties/top_p"),
)
def one_sampling_knob_of_completions_is_turned(request: Any) -> Iterator[Finding]:
    if all(is_number(request.get(name)) and request[name] != 1 for name in ("temperature", "top_p")):
        yield Finding("Both temperature and {param} differ from 1: it is better to change one of them.", "", ("top_p",))


@rule(
    "observed.completion.model.endpoint",
    "error",
    "observed",
    "The model is one for completions (answers of the API to embedding models).",
    "Use the endpoint of the model, or another model.",
    at=COMPLETION,
    as_of="2025-11",
)
def model_is_for_completions(request: Any) -> Iterator[Finding]:
    fact = fact_of(request.get("model"), "endpoint")
    if fact is not None and fact.value != "completions":
        text = f"Unsupported {{param}}: this model is only supported in v1/{fact.value}, not in v1/completions."
        yield Finding(text, member=("model",))
