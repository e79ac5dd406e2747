"""Report the result of a sync, as text or JSON."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from typing import TYPE_CHECKING

from presend_codegen.comparing.difference import BREAKING, UNPROVEN
from presend_codegen.comparing.reports import as_text as differences_as_text
from presend_codegen.upstream.overlay_review import NEEDED
from presend_codegen.upstream.sentences import CHANGED, GONE, UNCHANGED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from presend_codegen.upstream.sentences import Statement
    from presend_codegen.upstream.sync import Sync


def is_quiet(found: Sync) -> bool:
    """Say whether nobody has to act on the result."""
    return not (
        any(one.kind in (BREAKING, UNPROVEN) for one in (*found.differences, *found.overlaid))
        or any(one.status in (CHANGED, GONE) for one in found.statements)
        or any(one.verdict != NEEDED for one in found.actions)
        or found.sentences
        or found.lost
    )


def as_text(name: str, found: Sync) -> Iterator[str]:
    """Yield a section each: differences without and with the overlay, rules, new sentences, overlay actions."""
    yield "Differences\n"
    yield from (f"  {line}" for line in differences_as_text("fragment", name, found.differences))
    yield "\nDifferences with the current overlay\n"
    yield from (f"  {line}" for line in differences_as_text("fragment", name, found.overlaid))
    yield f"\nSentences that rules depend on: {_counted(one.status for one in found.statements)}\n"
    yield from _statements(found.statements)
    if found.lost:
        yield f"\nTargets of rules that the pack does not have: {len(found.lost)}\n"
        yield from (f"  {rule}: {target}\n" for rule, target in found.lost)
    yield f"\nNew sentences that may state limits: {len(found.sentences)}\n"
    for sentence in found.sentences:
        rules = f"near {', '.join(sentence.rules)}" if sentence.rules else "no rule"
        yield f"  {sentence.pointer} ({rules}): {sentence.text}\n"
    yield f"\nActions of the overlay: {_counted(one.verdict for one in found.actions)}\n"
    for review in found.actions:
        if review.verdict != NEEDED:
            yield f"  {review.verdict}: {review.target}: {review.reason}\n"


def _statements(every: Iterable[Statement]) -> Iterator[str]:
    """Yield each source that has changed, with its rules and the text that is there now."""
    resting: dict[Statement, list[str]] = {}
    for one in every:
        if one.status != UNCHANGED:
            resting.setdefault(dataclasses.replace(one, rule=""), []).append(one.rule)
    for one, rules in resting.items():
        yield f"  {one.status}: {', '.join(rules)}: {one.source}{f' -> {one.now}' * bool(one.now)}\n"
        if one.text:
            yield f"      it now says: {one.text}\n"


def as_json(name: str, found: Sync) -> Iterator[str]:
    """Yield one JSON document with every difference, statement, sentence and action."""
    parts = {
        field: getattr(found, field) for field in ("differences", "overlaid", "statements", "sentences", "actions")
    }
    told = {field: [dataclasses.asdict(one) for one in every] for field, every in parts.items()}
    lost = [{"rule": rule, "target": target} for rule, target in found.lost]
    yield json.dumps({"new": name, **told, "lost": lost}, indent=2) + "\n"


REPORTS: dict[str, Callable[[str, Sync], Iterator[str]]] = {"text": as_text, "json": as_json}


def _counted(words: Iterable[str]) -> str:
    return ", ".join(f"{number} {word}" for word, number in Counter(words).most_common()) or "none"
