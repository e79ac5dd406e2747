"""What holds between the requests of a batch file, one after the other; what is kept of each is small."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import TYPE_CHECKING, Any

from presend.batch.rules import (
    ID_UNIQUE,
    INPUTS_MAX,
    MODEL_SAME,
    MOST_INPUTS,
    MOST_REQUESTS,
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
    """What is known of the requests so far.

    Attributes:
        requests: How many there were.
        inputs: How many inputs they gave to embed.
        ids: Hash of a custom_id → its line.
        first: `url` and `model` → the first value of each, with its line.
    """

    requests: int = 0
    inputs: int = 0
    ids: dict[bytes, int] = dataclasses.field(default_factory=dict)
    first: dict[str, tuple[str, int]] = dataclasses.field(default_factory=dict)

    def add(self, request: dict[str, Any], line: int) -> Iterator[tuple[Rule, Finding]]:
        """Count a request, and yield what is wrong with it beside those before."""
        self.requests += 1
        if self.requests == MOST_REQUESTS + 1:
            yield REQUESTS_MAX, Finding(f"Expected at most {MOST_REQUESTS:,} requests, got more.", "too_many_tasks")
        yield from self._add_id(request.get("custom_id"), line)
        yield from self._compare(URL_SAME, "url_mismatch", ("url",), request.get("url"), line)
        body = request.get("body")
        if isinstance(body, dict):
            yield from self._compare(MODEL_SAME, "model_mismatch", ("body", "model"), body.get("model"), line)
            if request.get("url") == EMBEDDINGS:
                yield from self._add_inputs(body.get("input"))

    def _add_id(self, name: object, line: int) -> Iterator[tuple[Rule, Finding]]:
        if not isinstance(name, str):
            return
        key = hashlib.blake2b(name.encode(), digest_size=DIGEST).digest()
        first = self.ids.setdefault(key, line)
        if first != line:
            text = f"Duplicate {{param}}: expected one that no other request has, got that of line {first}."
            yield ID_UNIQUE, Finding(text, "duplicate_custom_id", ("custom_id",))

    def _compare(
        self, rule: Rule, code: str, member: tuple[str, ...], value: object, line: int
    ) -> Iterator[tuple[Rule, Finding]]:
        if not isinstance(value, str):
            return
        wanted, first = self.first.setdefault(member[-1], (value, line))
        if value != wanted:
            text = f"Invalid {{param}}: expected that of line {first}, got another. {rule.fix}"
            yield rule, Finding(text, code, member)

    def _add_inputs(self, value: object) -> Iterator[tuple[Rule, Finding]]:
        before = self.inputs
        is_many = (
            isinstance(value, list) and bool(value) and isinstance(value[0], str | list)
        )  # a list of tokens is one
        self.inputs += len(value) if is_many and isinstance(value, list) else 1
        if before <= MOST_INPUTS < self.inputs:
            text = f"Invalid {{param}}: expected at most {MOST_INPUTS:,} inputs in the whole file, got more."
            yield INPUTS_MAX, Finding(text, "too_many_tasks", ("body", "input"))
