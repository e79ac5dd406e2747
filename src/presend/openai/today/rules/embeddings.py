"""Embeddings: empty inputs, and the tokens of inputs and requests."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items
from presend.openai.today.model_facts import LONGEST, fact_of, refuses
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

EMBEDDING = "CreateEmbeddingRequest"
INPUT = said(f"{EMBEDDING}/properties/input")
MOST_TOKENS = 8192  # of one input
MOST_IN_ALL = 300_000  # tokens of a request
MOST_ENTRIES = 2048  # of "any array"
LONGEST_TOKEN = 128  # characters: longer ones are only white space


def inputs_are_small(value: Any) -> bool:
    """Say whether it is proven that no input is empty or too long."""
    if type(value) is not list:
        return isinstance(value, str) and 0 < len(value) <= MOST_TOKENS
    if not value or "" in value:
        return False
    try:
        return max(map(len, value)) <= MOST_TOKENS if type(value[0]) is str else sum(map(len, value)) <= MOST_ENTRIES
    except TypeError:  # tokens, or a value without a length
        return False


def request_is_plain(request: Any) -> bool:
    """Say whether a model supports all members, and no input can have more words than the model's tokens."""
    model, value = request.get("model"), request.get("input")
    most = _words_of(model) if isinstance(model, str) and len(model) <= LONGEST else 0
    if type(value) is not list:
        return isinstance(value, str) and len(value) <= most > 0
    try:
        return max(map(len, value)) <= most > 0
    except (TypeError, ValueError):  # tokens, or none at all
        return False


@functools.lru_cache(maxsize=1024)
def _words_of(model: str) -> int:
    """Return a number of words that a model accepts in any case; 0 if other rules apply to the model."""
    endpoint, tokens = fact_of(model, "endpoint"), fact_of(model, "embedding.tokens")
    if refuses(model, "embedding.dimensions") or (endpoint is not None and endpoint.value != "embeddings"):
        return 0
    return MOST_TOKENS if tokens is None else min(int(tokens.value), MOST_TOKENS)


@rule(
    "embedding.input.not-empty",
    "error",
    "prose",
    "No input is an empty string (openai/openai-python#576); one by itself was accepted in 2023, so that is a warning.",
    "Leave empty texts out.",
    at=f"{EMBEDDING}.input",
    sources=INPUT,
    look=inputs_are_small,
)
def no_input_is_empty(value: Any) -> Iterator[Finding]:
    if value == "":
        yield Finding("Invalid {param}: expected a text, but got an empty string.", severity="warning")
    for place, text in enumerate(value) if isinstance(value, list) and "" in value else ():
        if text == "":
            yield Finding("Invalid {param}: expected a text, but got an empty string.", member=(place,))


@rule(
    "embedding.input.token-array-max",
    "error",
    "prose",
    "An input has at most 8,192 tokens.",
    "Part it into several inputs.",
    at=f"{EMBEDDING}.input",
    sources=INPUT,
    look=inputs_are_small,
)
def arrays_of_tokens_are_short(value: Any) -> Iterator[Finding]:
    for place, tokens in _token_arrays(value):
        if len(tokens) > MOST_TOKENS:
            text = f"Invalid {{param}}: expected at most {MOST_TOKENS} tokens, but got {len(tokens)}."
            yield Finding(text, "array_above_max_length", place)


def _token_arrays(value: Any) -> list[tuple[Path, list[Any]]]:
    if not isinstance(value, list) or not value or not isinstance(value[0], list):
        return []  # texts, or the tokens of one input
    return [((place,), tokens) for place, tokens in enumerate(value) if isinstance(tokens, list)]


@rule(
    "embedding.input.any-array-max",
    "note",
    "prose",
    "The spec says that any array has at most 2,048 entries; literally, this includes the tokens of an input.",
    "Part it into several inputs, if the API refuses it.",
    at=f"{EMBEDDING}.input",
    sources=INPUT,
    look=inputs_are_small,
)
def no_array_has_more_than_2048_entries(value: Any) -> Iterator[Finding]:
    for place, tokens in _token_arrays(value):
        if MOST_ENTRIES < len(tokens) <= MOST_TOKENS:
            yield Finding(f"Consider at most {MOST_ENTRIES} tokens in {{param}}, which has {len(tokens)}.", "", place)


@rule(
    "embedding.input.text-max-tokens",
    "warning",
    "prose",
    "An input text has at most 8,192 tokens; so many characters are more tokens in any tokenizer.",
    "Part it into several inputs.",
    at=f"{EMBEDDING}.input",
    sources=INPUT,
    look=inputs_are_small,
)
def texts_are_short(value: Any) -> Iterator[Finding]:
    for place, _ in _texts(value, MOST_TOKENS * LONGEST_TOKEN):
        yield Finding(f"Too long: {{param}} has more than {MOST_TOKENS} tokens.", "string_above_max_length", place)


def _texts(value: Any, longer: int) -> list[tuple[Path, str]]:
    """Return the texts of an input that have more characters, each with its place."""
    if isinstance(value, str):
        return [((), value)] if len(value) > longer else []
    return [((place,), text) for place, text in enumerate(items(value)) if isinstance(text, str) and len(text) > longer]


@rule(
    "observed.embedding.input.max-words",
    "error",
    "observed",
    "An input text has no more words than its model accepts tokens, since each word is one at least "
    "(sbintuitions/JMTEB#15).",
    "Part it into several inputs.",
    at=EMBEDDING,
    as_of="2024-04",
    look=request_is_plain,
)
def texts_have_few_words(request: Any) -> Iterator[Finding]:
    fact = fact_of(request.get("model"), "embedding.tokens")
    if fact is None:
        return
    most = int(fact.value)
    for place, text in _texts(request.get("input"), 2 * most):  # a word has a character, and white space before it
        if len(text.split()) > most:
            message = f"Too long: {{param}} has more than {most} words, and a model that accepts as many tokens."
            yield Finding(message, member=("input", *place), named=("input",))


@rule(
    "embedding.input.total-tokens",
    "error",
    "prose",
    "All inputs together have at most 300,000 tokens (langchain-ai/langchain#31227); tokens of texts are "
    "not counted here.",
    "Part the inputs over several requests.",
    at=f"{EMBEDDING}.input",
    sources=INPUT,
    look=inputs_are_small,
)
def all_inputs_have_few_tokens(value: Any) -> Iterator[Finding]:
    total = sum(len(tokens) for _, tokens in _token_arrays(value))
    if total > MOST_IN_ALL:
        yield Finding(f"Invalid {{param}}: expected at most {MOST_IN_ALL} tokens in all, but got {total}.")


@rule(
    "embedding.dimensions.model",
    "warning",
    "prose",
    "dimensions works with text-embedding-3 and later models.",
    "Leave it out, or choose a newer model.",
    at=EMBEDDING,
    sources=said(f"{EMBEDDING}/properties/dimensions"),
    as_of="2026-08-21",
    look=request_is_plain,
)
def dimensions_fit_the_model(request: Any) -> Iterator[Finding]:
    if request.get("dimensions") is not None and refuses(request.get("model"), "embedding.dimensions"):
        yield Finding("Unsupported parameter: {param} is not supported with this model.", member=("dimensions",))


@rule(
    "observed.embedding.model.endpoint",
    "error",
    "observed",
    "The model is one for embeddings (an answer of the API to a completion model).",
    "Use the endpoint of the model, or another model.",
    at=EMBEDDING,
    as_of="2025-11",
    look=request_is_plain,
)
def model_is_for_embeddings(request: Any) -> Iterator[Finding]:
    fact = fact_of(request.get("model"), "endpoint")
    if fact is not None and fact.value != "embeddings":
        text = f"Unsupported {{param}}: this model is only supported in v1/{fact.value}, not in v1/embeddings."
        yield Finding(text, member=("model",))
