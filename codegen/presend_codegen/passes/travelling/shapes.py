"""Hold what a rule reads against another spec: each member there, of the same types, meaning the same if it is absent.

What is narrower there does no harm: the rule was written for more. What is wider (another type, another value, another
kind of item) the rule was not written for, so it stays behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend_codegen.passes.travelling.added import is_added
from presend_codegen.passes.travelling.forms import KINDS, forms, kinds, paired, values, wide

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from presend_codegen.passes.travelling.counterparts import Counterparts
    from presend_codegen.passes.travelling.forms import Form
    from presend_codegen.source.load import Json, Object


def stands(found: Counterparts, old: Json, new: Json, names: Collection[str]) -> bool:
    """Say whether all members called `names` that are reached by each other stand in the new spec as they did.

    Args:
        found: Both specs.
        old: Where the rule looks, in the old spec.
        new: The same place in the new one; `None` where it is not there.
        names: The members that the rule reads.
    """
    if new is None:
        return False
    waiting, seen = [(old, new)], set[tuple[int, int]]()
    while waiting:
        mine, theirs = waiting.pop()
        if (id(mine), id(theirs)) in seen:
            continue
        seen.add((id(mine), id(theirs)))
        if _default(found, theirs, old=False) not in (None, _default(found, mine, old=True)):
            return False
        for one, other in paired(forms(found.old, mine), forms(found.new, theirs)):
            if one is None or not _fits(one.node, other.node):
                return False
            if not _has_all(found, one, other, names):
                return False
            waiting += _below(one, other, names)
    return True


def _fits(old: Object, new: Object) -> bool:
    """Say whether a form is no wider than another: in its types, and in the values that it lists."""
    if kinds(new) == KINDS and kinds(old) != KINDS:
        return False
    mine, theirs = values(old), values(new)
    known = mine is None or (theirs is not None and theirs <= mine)
    return known and kinds(new) - {"null"} <= wide(kinds(old))


def _has_all(found: Counterparts, old: Form, new: Form, names: Collection[str]) -> bool:
    """Say whether a form has each member that a rule reads; what upstream's document did not have need not be there."""
    missing = set(old.node.get("properties", {})) & set(names) - set(new.node.get("properties", {}))
    return all(is_added(found.added, old.node, name) for name in missing)


def _below(old: Form, new: Form, names: Collection[str]) -> Iterator[tuple[Json, Json]]:
    """Yield what a rule reads in both forms, and the items and values of maps."""
    theirs = new.node.get("properties", {})
    for name, member in old.node.get("properties", {}).items():
        if name in names and name in theirs:
            yield member, theirs[name]
    for word in ("items", "additionalProperties"):
        if isinstance(old.node.get(word), dict) and isinstance(new.node.get(word), dict):
            yield old.node[word], new.node[word]


def _default(found: Counterparts, node: Json, *, old: bool) -> Json:
    """Return what an absent member means, if that is said and is something."""
    of_forms = [form.node for form in forms(found.old if old else found.new, node)]
    told = [one["default"] for one in (node, *of_forms) if isinstance(one, dict) and "default" in one]
    return next((value for value in told if value not in (None, False, "")), None)
