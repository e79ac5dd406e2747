"""Known facts about models: the rows of model-facts.tsv. Rules ignore a model without a row."""

from __future__ import annotations

import functools
import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from presend.packs.package_files import content_in

if TYPE_CHECKING:
    import datetime as dt

END = "end"  # the fact for the date from which a model is no longer available
NOT_TAKEN = "-"
NOT_KNOWN = "?"
DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")  # of a snapshot, which has the facts of its model


class Fact(NamedTuple):
    """One row: a model or a pattern of models, a fact, its date and its source."""

    model: str
    name: str
    value: str
    date: str
    source: str


@functools.cache
def facts() -> tuple[Fact, ...]:
    """Return all rows in the order of the file."""
    text = (content_in(__package__, "model-facts.tsv") or b"").decode()
    return tuple(Fact(*line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@functools.cache
def _by_name() -> dict[str, tuple[dict[str, Fact], list[Fact]]]:
    """Return fact → its rows by id, and those of patterns, the longest first."""
    found: dict[str, tuple[dict[str, Fact], list[Fact]]] = {}
    for fact in facts():
        ids, patterns = found.setdefault(fact.name, ({}, []))
        if "*" in fact.model:
            patterns.append(fact)
        else:
            ids[fact.model] = fact
    for _, patterns in found.values():
        patterns.sort(key=lambda fact: -len(fact.model))
    return found


@functools.lru_cache(maxsize=1024)
def _found(model: str, name: str) -> Fact | None:
    ids, patterns = _by_name().get(name, ({}, []))
    fact = ids.get(model) or ids.get(DATED.sub("", model))
    return fact or next((fact for fact in patterns if fnmatchcase(model, fact.model)), None)


LONGEST = 100  # most characters of a model's name in the table


def fact_of(model: object, name: str) -> Fact | None:
    """Return a fact about a model, if it is known.

    >>> fact_of("o4-mini-2025-04-16", "temperature").value
    '1'
    >>> fact_of("my-own-model", "temperature")
    """
    if not isinstance(model, str) or len(model) > LONGEST:
        return None
    fact = _found(model, name)
    return None if fact is None or fact.value == NOT_KNOWN else fact


def facts_of(model: str) -> list[Fact]:
    """Return all rows for a model, sorted by fact. The `model` of a row is the name or pattern in the table.

    >>> [(fact.model, fact.value) for fact in facts_of("gpt-5-2025-08-07") if fact.name in ("end", "temperature")]
    [('gpt-5-2025-08-07', '2026-12-11'), ('gpt-5', '1')]
    """
    held = [_found(model, name) if name != END else end_of(model) for name in sorted(_by_name())]
    return [fact for fact in held if fact is not None]


def refuses(model: object, name: str) -> Fact | None:
    """Return the row for a feature that a model does not support, if there is one."""
    fact = fact_of(model, name)
    return fact if fact is not None and fact.value == NOT_TAKEN else None


def fixes_temperature(model: object, effort: object) -> bool:
    """Say whether a model accepts only the temperature 1 with the requested reasoning effort, if any.

    >>> fixes_temperature("gpt-5", None), fixes_temperature("gpt-5.6", "none"), fixes_temperature("gpt-5.6", "low")
    (True, False, True)
    """
    fact = fact_of(model, "temperature")
    # Without an effort, a later model uses its own default, which is not known.
    return fact is not None and (fact.value == "1" or (isinstance(effort, str) and effort != "none"))


def end_of(model: object) -> Fact | None:
    """Return the row with the announced end of a model as its value, if there is one.

    It applies only to this id, because a later snapshot may have another end.

    >>> end_of("dall-e-2").value
    '2026-05-12'
    >>> end_of("dall-e-2-2099-01-01")
    """
    ids, _ = _by_name()[END]
    return ids.get(model) if isinstance(model, str) else None


def has_ended(model: object, today: dt.date) -> bool:
    """Say whether the announced end of a model has passed on a day."""
    fact = end_of(model)
    return fact is not None and fact.value < today.isoformat()
