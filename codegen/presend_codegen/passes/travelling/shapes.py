"""Compare the members that a rule reads with those of another spec: same types, and the same default.

A narrower member is fine, since the rule can deal with more. A wider one (another type, value or kind of item) is not
what the rule was written for, so the rule stays behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend_codegen.passes.travelling.added import is_added
from presend_codegen.passes.travelling.forms import JSON_TYPES, allowed_values, forms, kinds, paired, wide

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from presend_codegen.passes.travelling.counterparts import Counterparts
    from presend_codegen.passes.travelling.forms import Form
    from presend_codegen.source.load import Json, Object


def stands(found: Counterparts, old: Json, new: Json, names: Collection[str]) -> bool:
    """Say whether the new spec has all members called `names`, at the same places and no wider.

    Args:
        found: The schemas of both specs.
        old: The place in the old spec where the rule looks.
        new: The same place in the new spec; `None` if it is missing.
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
    """Say whether a form is no wider than another, in its types and listed values."""
    if kinds(new) == JSON_TYPES and kinds(old) != JSON_TYPES:
        return False
    mine, theirs = allowed_values(old), allowed_values(new)
    known = mine is None or (theirs is not None and theirs <= mine)
    return known and kinds(new) - {"null"} <= wide(kinds(old))


def _has_all(found: Counterparts, old: Form, new: Form, names: Collection[str]) -> bool:
    """Say whether a form has each member that a rule reads, except members that upstream's document lacked."""
    missing = set(old.node.get("properties", {})) & set(names) - set(new.node.get("properties", {}))
    return all(is_added(found.added, old.node, name) for name in missing)


def _below(old: Form, new: Form, names: Collection[str]) -> Iterator[tuple[Json, Json]]:
    """Yield the members that a rule reads in both forms, and the items and values of maps."""
    theirs = new.node.get("properties", {})
    for name, member in old.node.get("properties", {}).items():
        if name in names and name in theirs:
            yield member, theirs[name]
    for word in ("items", "additionalProperties"):
        if isinstance(old.node.get(word), dict) and isinstance(new.node.get(word), dict):
            yield old.node[word], new.node[word]


def _default(found: Counterparts, node: Json, *, old: bool) -> Json:
    """Return the default of a member, unless that is null, false or empty."""
    of_forms = [form.node for form in forms(found.old if old else found.new, node)]
    told = [one["default"] for one in (node, *of_forms) if isinstance(one, dict) and "default" in one]
    return next((value for value in told if value not in (None, False, "")), None)
