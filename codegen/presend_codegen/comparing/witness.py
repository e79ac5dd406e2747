"""Search a payload that shows a difference: one side accepts it and the other refuses it, as both confirm."""

from __future__ import annotations

import dataclasses
import enum
import itertools
from typing import TYPE_CHECKING

from jsonschema_rs.canonical import Satisfiability

from presend_codegen.comparing.instances import instances, size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.comparing.universe import Universe
    from presend_codegen.source.load import Json

TRIED = 400  # candidates for one difference
ENOUGH = 12  # stop at so many witnesses; the smallest is reported
UNDECIDED = (ArithmeticError, RecursionError, ValueError)  # a value that no validator can take, or that cannot be made


class Effect(enum.Enum):
    """Whether a difference has an effect in one direction."""

    SHOWN = "shown"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


@dataclasses.dataclass(frozen=True, slots=True)
class Evidence:
    """The knowledge about one effect; `payload` is the witness, if there is one."""

    effect: Effect
    payload: Json = None


class Court:
    """Judges payloads by two schemas."""

    def __init__(self, universe: Universe, old: Json, new: Json) -> None:
        self._universe = universe
        self._judges = {"old": universe.validator({"allOf": [old]}), "new": universe.validator({"allOf": [new]})}

    def evidence(self, schemas: tuple[Json, ...], refusing: str) -> Evidence:
        """Return a payload of one of `schemas` that `refusing` refuses and the other side accepts.

        The earlier schemas show the difference better. If there is no such payload, nothing fits the last schema.
        """
        if not schemas:
            return Evidence(Effect.IMPOSSIBLE)
        effect = Effect.UNKNOWN
        for number, schema in enumerate(schemas, 1):
            canonical = self._universe.canonical({"allOf": [schema]})
            if canonical is not None and canonical.satisfiability() is Satisfiability.NO:
                effect = Effect.IMPOSSIBLE if number == len(schemas) else effect
                continue
            exact = canonical.to_json_schema() if canonical is not None else None
            found = self._shown(schema, exact, refusing)
            if found:
                return Evidence(Effect.SHOWN, min(found, key=size))
        return Evidence(effect)

    def _shown(self, schema: Json, exact: Json, refusing: str) -> list[Json]:
        fitting = self._universe.validator({"allOf": [schema]})
        taking = self._judges["new" if refusing == "old" else "old"]
        judge = self._judges[refusing]
        if fitting is None or taking is None or judge is None:
            return []
        candidates = itertools.islice(self._candidates(schema, exact), TRIED)
        found: list[Json] = []
        try:
            for value in candidates:
                if fitting.is_valid(value) and taking.is_valid(value) and not judge.is_valid(value):
                    found.append(value)
                if len(found) == ENOUGH:
                    break
        except UNDECIDED:
            pass  # witnesses found before the error still count
        return found

    def _candidates(self, schema: Json, exact: Json) -> Iterator[Json]:
        if isinstance(exact, dict):
            yield from itertools.islice(instances(exact, exact.get("$defs", {})), TRIED // 2)
        bundle = self._universe.bundled({"allOf": [schema]})
        yield from instances({"allOf": [schema]}, bundle["$defs"])
