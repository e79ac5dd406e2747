"""The rules of the fragment, from the prose of its spec, with one file for each topic.

`RULES`, `DIGESTS` and `OPEN` are made on first use, because rules of today's API use parts of these topics.
"""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING

from presend.packs.topics import rules_in

if TYPE_CHECKING:
    from presend.rule import Rule

    RULES: tuple[Rule, ...]
    DIGESTS: dict[str, str]
    OPEN: dict[str, str]

TOPICS = ("image", "message", "metadata", "moderation", "run", "tool_choice", "tools")


@functools.cache
def _rows() -> list[list[str]]:
    from presend.openai.sentences import rows  # needed only for all rules

    return rows(__name__)


@functools.cache
def _digests() -> dict[str, str]:
    """Return pointers to the upstream texts of the rules, each with the sha256 of its text."""
    return {row[0]: row[1] for row in _rows()}


@functools.cache
def _open() -> dict[str, str]:
    """Return pointers to upstream texts, each with its state in the last `presend sync`."""
    from presend.openai.sentences import STATUS  # the same

    return {row[0]: row[STATUS] for row in _rows() if len(row) > STATUS}


@functools.cache
def _rules() -> tuple[Rule, ...]:
    from presend.openai.sentences import noted  # the same

    topics = (importlib.import_module(f"{__name__}.{topic}") for topic in TOPICS)
    return noted((rule for topic in topics for rule in rules_in(topic)), _digests())


_MADE = {"RULES": _rules, "DIGESTS": _digests, "OPEN": _open}


def __getattr__(name: str) -> object:
    if name not in _MADE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _MADE[name]()
