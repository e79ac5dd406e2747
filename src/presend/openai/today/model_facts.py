"""What is known of models: the rows of model-facts.tsv. Of a model that is not there rules are silent."""

from __future__ import annotations

import functools
import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from presend.packs.package_files import content_in

if TYPE_CHECKING:
    import datetime as dt

END = "end"  # the fact: from this date on a model is gone
NOT_TAKEN = "-"
NOT_KNOWN = "?"
DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")  # of a snapshot, which takes what its model takes


class Fact(NamedTuple):
    """One row: a model or a pattern of models, what is said of it, and since when and by whom."""

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


LONGEST = 100  # characters of a model that the table may know


def fact_of(model: object, name: str) -> Fact | None:
    """Return what is known of a model, if anything is.

    >>> fact_of("o4-mini-2025-04-16", "temperature").value
    '1'
    >>> fact_of("my-own-model", "temperature")
    """
    if not isinstance(model, str) or len(model) > LONGEST:
        return None
    fact = _found(model, name)
    return None if fact is None or fact.value == NOT_KNOWN else fact


def facts_of(model: str) -> list[Fact]:
    """Return all rows that hold for a model, sorted by what they say; the model of each is that of the row.

    >>> [(fact.model, fact.value) for fact in facts_of("gpt-5-2025-08-07") if fact.name in ("end", "temperature")]
    [('gpt-5-2025-08-07', '2026-12-11'), ('gpt-5', '1')]
    """
    held = [_found(model, name) if name != END else end_of(model) for name in sorted(_by_name())]
    return [fact for fact in held if fact is not None]


def refuses(model: object, name: str) -> Fact | None:
    """Return the row that says that a model does not take something, if there is one."""
    fact = fact_of(model, name)
    return fact if fact is not None and fact.value == NOT_TAKEN else None


def fixes_temperature(model: object, effort: object) -> bool:
    """Say whether a model accepts only the temperature 1, with the reasoning effort that is asked for, if any.

    >>> fixes_temperature("gpt-5", None), fixes_temperature("gpt-5.6", "none"), fixes_temperature("gpt-5.6", "low")
    (True, False, True)
    """
    fact = fact_of(model, "temperature")
    # A later model reasons with an effort of its own where none is sent, and which that is nobody reported.
    return fact is not None and (fact.value == "1" or (isinstance(effort, str) and effort != "none"))


def end_of(model: object) -> Fact | None:
    """Return the row with the date (its value) that was announced as the end of a model, if one was.

    It is that of the very id: a snapshot that came later lives longer.

    >>> end_of("dall-e-2").value
    '2026-05-12'
    >>> end_of("dall-e-2-2099-01-01")
    """
    ids, _ = _by_name()[END]
    return ids.get(model) if isinstance(model, str) else None


def has_ended(model: object, today: dt.date) -> bool:
    """Say whether the announced end of a model is over on a day."""
    fact = end_of(model)
    return fact is not None and fact.value < today.isoformat()
