"""Review each action of the overlay against a new upstream document: is it still needed, and does it still apply?"""

from __future__ import annotations

import contextlib
import dataclasses
from typing import TYPE_CHECKING

from presend_codegen.comparing.plain import without_annotations
from presend_codegen.comparing.universe import Universe
from presend_codegen.passes.verify import verify
from presend_codegen.schemas.closure import closure
from presend_codegen.schemas.normalise import normalise
from presend_codegen.source.load import SpecError
from presend_codegen.source.overlay import apply_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.source.load import Object

NEEDED, NEEDLESS, DIFFERS, MISSES, FAILS = "needed", "needless", "differs", "misses", "fails"
ALLOWS, FORBIDS, SILENT = "allows more", "allows less", "decides nothing"  # no keyword that decides validity
Effect = frozenset[str]


@dataclasses.dataclass(frozen=True, slots=True)
class Review:
    """The result for the action with index `number`.

    It is `needed`, `needless`, `misses` its target, `fails`, or `differs` if it now has another effect.
    """

    number: int
    target: str
    verdict: str
    reason: str


def review(old: Object, new: Object, overlay: Object) -> list[Review]:
    """Compare what each action does to `new` with what it does to `old`; an action that fails is skipped.

    An action for a place that only `new` has cannot be compared. It is needed if it changes which payloads are valid,
    or if it is not meant to, like a discriminator or a hint.
    """
    before = list(_effects(old, overlay))
    after = before if new == old else list(_effects(new, overlay))
    reviews = []
    for number, (action, was, now) in enumerate(zip(overlay.get("actions", ()), before, after, strict=True)):
        verdict, reason = _verdict(was, now)
        reviews.append(Review(number, str(action.get("target")), verdict, reason))
    return reviews


def applied(document: Object, overlay: Object, reviews: list[Review]) -> Object:
    """Return a document with all actions that can be applied; `reviews` says which cannot."""
    for action, one in zip(overlay.get("actions", ()), reviews, strict=True):
        if one.verdict not in (MISSES, FAILS):
            with contextlib.suppress(SpecError):  # it changes nothing
                document = apply_apart(document, {"overlay": overlay.get("overlay"), "actions": [action]})
    return document


def _verdict(was: Effect | SpecError, now: Effect | SpecError) -> tuple[str, str]:
    if isinstance(now, SpecError):
        said = str(now).partition(": ")[2]  # after the target of the action
        if "changes nothing" in said:
            return NEEDLESS, "upstream now has the same text"
        return (MISSES, "its target no longer exists") if "matches nothing" in said else (FAILS, said)
    if was == now:
        return NEEDED, ""
    if not now:
        return NEEDLESS, "it no longer changes which values are valid"
    if isinstance(was, SpecError):
        return NEEDED, ""
    before, after = (" and ".join(sorted(effect)) or "changes no verdict" for effect in (was, now))
    return DIFFERS, f"on the fragment it {before}, on the new document it {after}"


def _effects(document: Object, overlay: Object) -> Iterator[Effect | SpecError]:
    """Yield the effect of each action on validity, in order, or the reason why it cannot be applied."""
    for action in overlay.get("actions", ()):
        try:
            changed = apply_apart(document, {"overlay": overlay.get("overlay"), "actions": [action]})
            before, after = _touched(document["components"]["schemas"], changed["components"]["schemas"])
        except SpecError as error:
            yield error
            continue
        refused = _refusals(after) - _refusals(before)
        if refused:
            yield SpecError(f"{action['target']}: its result is refused: {min(refused)}")
            continue
        yield _effect(before, after)
        document = changed


def _touched(before: Object, after: Object) -> tuple[Object, Object]:
    """Return the schemas that differ, with all that they refer to, of both sides; other schemas are not affected."""
    names = [name for name in after if before.get(name) != after[name]]
    reached = closure(after, names).keys() | closure(before, [name for name in names if name in before]).keys()
    old, new = ({name: part for name, part in side.items() if name in reached} for side in (before, after))
    return old, new


def _refusals(schemas: Object) -> set[str]:
    """Return the reasons to refuse or doubt the schemas; empty if there are none."""
    try:
        return set(verify(schemas))
    except SpecError as error:
        return {str(error)}


def _effect(before: Object, after: Object) -> Effect:
    """Say whether schemas accept more payloads than before, or fewer.

    A change of no deciding keyword counts as a third effect.
    """
    # A new schema has no users yet.
    touched = [name for name in after if name in before and before[name] != after[name]]
    if all(without_annotations(before[name], str) == without_annotations(after[name], str) for name in touched):
        return frozenset({SILENT})
    universe = Universe(normalise(before), normalise(after), before.keys() & after.keys())
    pairs = [(universe.named("old", name), universe.named("new", name)) for name in touched]
    pairs = [(old, new) for old, new in pairs if not universe.same(old, new)]
    more = any(not universe.covers(old, new) for old, new in pairs)
    less = any(not universe.covers(new, old) for old, new in pairs)
    return frozenset({ALLOWS} if more else ()) | frozenset({FORBIDS} if less else ())
