"""Rules that compare the requests of a batch file, with little memory for each request."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import TYPE_CHECKING, Any

from presend.batch.rules import (
    ID_UNIQUE,
    INPUTS_MAX,
    INVALID_URL,
    MISMATCHED_MODEL,
    MODEL_SAME,
    MOST_INPUTS,
    MOST_REQUESTS,
    NO_MATCH,
    REQUESTS_MAX,
    URL_SAME,
)
from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.rule import Rule

DIGEST = 8  # bytes of a custom_id's hash: among 50,000 ids, two differing ones meet once in ten billion files
EMBEDDINGS = "/v1/embeddings"


@dataclasses.dataclass(slots=True)
class Seen:
    """Facts about the requests read so far.

    Attributes:
        endpoint: The endpoint of the batch if it is known; otherwise the url of the first request.
        requests: Number of requests.
        inputs: Number of inputs to embed in these requests.
        ids: Hash of a custom_id → its line.
        first: `url` and `model` → the first value of each, with its line.
    """

    endpoint: str | None = None
    requests: int = 0
    inputs: int = 0
    ids: dict[bytes, int] = dataclasses.field(default_factory=dict)
    first: dict[str, tuple[str, int]] = dataclasses.field(default_factory=dict)

    def add(self, request: dict[str, Any], line: int) -> Iterator[tuple[Rule, Finding]]:
        """Count a request, and yield its conflicts with the requests before it."""
        self.requests += 1
        if self.requests == MOST_REQUESTS + 1:
            yield REQUESTS_MAX, Finding(f"Expected at most {MOST_REQUESTS:,} requests, got more.", "")
        yield from self._add_id(request.get("custom_id"), line)
        yield from self._compare_url(request.get("url"), line)
        body = request.get("body")
        if isinstance(body, dict):
            yield from self._compare_model(body.get("model"), line)
            if request.get("url") == EMBEDDINGS:
                yield from self._add_inputs(body.get("input"))

    def _add_id(self, name: object, line: int) -> Iterator[tuple[Rule, Finding]]:
        if not isinstance(name, str):
            return
        key = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()
        if self.requests <= MOST_REQUESTS:  # a longer file is refused anyway, so save the memory
            self.ids.setdefault(key, line)
        first = self.ids.get(key, line)
        if first != line:
            text = f"Duplicate {{param}}: line {first} already uses it."
            yield ID_UNIQUE, Finding(text, "duplicate_custom_id", ("custom_id",))

    def _compare_url(self, url: object, line: int) -> Iterator[tuple[Rule, Finding]]:
        if not isinstance(url, str):
            return
        wanted, first = self.first.setdefault("url", (self.endpoint or url, 0 if self.endpoint else line))
        if url != wanted:
            told = f"that of line {first}" if first else f"'{wanted}'"
            yield URL_SAME, Finding(f"{NO_MATCH} Expected {told} as {{param}}. {URL_SAME.fix}", INVALID_URL, ("url",))

    def _compare_model(self, model: object, line: int) -> Iterator[tuple[Rule, Finding]]:
        if not isinstance(model, str):
            return
        wanted, first = self.first.setdefault("model", (model, line))
        if model != wanted:
            text = f"Mismatched {{param}}: expected that of line {first}, got another. {MODEL_SAME.fix}"
            yield MODEL_SAME, Finding(text, MISMATCHED_MODEL, ("body", "model"))

    def _add_inputs(self, value: object) -> Iterator[tuple[Rule, Finding]]:
        before = self.inputs
        is_many = (
            isinstance(value, list) and bool(value) and isinstance(value[0], str | list)
        )  # a list of tokens is one input
        self.inputs += len(value) if is_many and isinstance(value, list) else 1
        if before <= MOST_INPUTS < self.inputs:
            text = f"Invalid {{param}}: expected at most {MOST_INPUTS:,} inputs in the whole file, got more."
            yield INPUTS_MAX, Finding(text, "", ("body", "input"))
