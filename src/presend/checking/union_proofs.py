"""The part of a proof about unions: it tries one of the branches that a value can fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.choices import MISSING, likely_branches, open_branches, tags_of
from presend.checking.tables import Table
from presend.schema.keywords import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from presend.checking.rule_findings import RuleFindings
    from presend.checking.tables import Proof, Test
    from presend.schema.nodes import Node

    Find = Callable[[Node], Table]
    Tried = tuple[Test | None, Sequence[Node]]  # the test of the chosen branch, and the branches that must not fit

SCALARS = frozenset({"string", "boolean", "integer", "number", "null"})
MOST = 256  # cached choices of a branch for each union
LONGEST = 64  # code points of a tag
# Attributes that constrain a node beyond its type and limits.
MORE = "rules branches parts denied condition expected is_file".split()


def of_union(node: Node, now: Find, later: Find) -> dict[type, Test]:
    """Return, by the type of the value, the tests for the branch that `examine` would choose.

    A branch with a warning or an error of a rule is not proved: `examine` looks for a better one.

    Args:
        node: The union.
        now: Returns the table of a branch.
        later: Returns it during a proof, so that branches that no payload uses get no table.
    """
    tests: dict[type, Test] = {}
    fitting = [(branch, branch.kinds) for branch in node.branches]
    for kind, name in KINDS.items():
        branches = [branch for branch, kinds in fitting if name in kinds or name == "number"]
        is_scalar = kind is not float and all(
            _is_scalar(branch) for branch in branches
        )  # a float can count as an integer
        if branches and is_scalar:
            test = _of_scalars([now(branch).later(kind) for branch in branches], node.exclusive)
        else:
            test = _of_branches(node, branches, kind, later) if branches else None
        if test is not None:
            tests[kind] = test
    return tests


def _is_scalar(branch: Node) -> bool:
    """Return whether a branch has only a scalar type and limits."""
    return branch.kinds <= SCALARS and not any(getattr(branch, word) for word in MORE)


def _of_scalars(tests: Sequence[Test | None], is_exclusive: bool) -> Test | None:
    """Return the test for branches that have only a scalar type and limits.

    A value without a proof for such a branch does not fit it, so the order of the branches has no effect.
    """
    left = [test for test in tests if test is not None]
    if len(left) < 2:  # noqa: PLR2004 - nothing to choose
        return left[0] if left else None
    if not is_exclusive and all(isinstance(test, frozenset) for test in left):
        return frozenset().union(*left)  # type: ignore[arg-type]
    if not is_exclusive and True in left:
        return True
    tables = [Table([(kind, test) for kind in KINDS], is_made=True) for test in left]
    if is_exclusive:
        return lambda value, findings: sum(table.proves(value, findings) for table in tables) == 1
    return lambda value, findings: any(table.proves(value, findings) for table in tables)


def _of_branches(node: Node, fitting: Sequence[Node], kind: type, find: Find) -> Proof:
    """Return the proof for values of one type that can fit several branches."""
    key: Callable[[Any], Any] | None = None  # found with the first value, because it needs the branches
    tests: dict[Any, Tried] = {}  # by key; only branches that a payload used

    def tried(value: Any, name: Any) -> Tried:
        branches = fitting_branches(node, fitting, kind, value)
        found: Tried = (find(branches[0]).get(kind), branches[1:] if node.exclusive else ()) if branches else (None, ())
        if name is not None and len(tests) < MOST:
            tests[name] = found
        return found

    def prove(value: Any, findings: RuleFindings) -> bool:
        nonlocal key
        if key is None:
            key = key_of(node, fitting, kind)
        name = key(value)
        # Only one branch is tried at each level: otherwise the time would double with each level.
        test, others = tests.get(name) or tried(value, name)
        if test is not True:
            if not test:
                return False
            before = len(findings)
            if not (value in test if type(test) is frozenset else test(value, findings)):  # type: ignore[operator]
                return False
            if len(findings) > before and any(one.severity != "note" for one in findings[before:]):
                return False
        return not (others and any(_may_fit(other, value) for other in others))

    return prove


def fitting_branches(node: Node, fitting: Sequence[Node], kind: type, value: Any) -> Sequence[Node]:
    """Return the branches that a value can fit; `examine` would choose the first."""
    if kind is dict and node.tagged:
        branch = node.tagged.get(found) if isinstance(found := value.get(node.tag), str) else None
        return () if branch is None else (branch,)
    if len(fitting) == 1:
        return fitting
    return likely_branches(node, value) if kind is dict else open_branches(node, value, KINDS[kind])[0]


def key_of(node: Node, fitting: Sequence[Node], kind: type) -> Callable[[Any], Any]:
    """Return a function from a value to a key for everything that `fitting_branches` reads; `None` means no key."""
    if kind is dict and node.tagged:
        return _texts_at(node.tag)
    if len(fitting) == 1:
        return lambda _: ""
    if kind is dict:
        return _texts_at(*tags_of(node))
    is_closed = any(branch.closed_lists for branch in fitting)
    if kind is not list or is_closed:
        return lambda _: None
    tags = {branch.items.tag if branch.items is not None and branch.items.tagged else "" for branch in fitting}
    of_tags = _texts_at(*tags) if len(tags) == 1 and "" not in tags else lambda _: None

    def key(value: list[Any]) -> Any:
        types = frozenset(map(type, value))
        if dict not in types:
            return types
        found = frozenset(map(of_tags, value)) if len(types) == 1 else None
        return None if found is None or None in found else found

    return key


def _texts_at(*names: str) -> Callable[[Any], Any]:
    """Return a function that reads some members of an object; `None` if one is not a text, or a long one."""
    if len(names) == 1:
        (name,) = names
        return lambda value: _tag(value.get(name, MISSING))

    def texts(value: dict[str, Any]) -> Any:
        found = tuple([_tag(value.get(name, MISSING)) for name in names])
        return None if None in found else found

    return texts if names else lambda _: None


def _tag(value: Any) -> Any:
    return value if value is MISSING or (type(value) is str and len(value) <= LONGEST) else None


def _may_fit(node: Node, value: Any) -> bool:
    """Return whether the type and required members of a node allow a value."""
    if KINDS[type(value)] not in node.kinds:
        return type(value) is float
    return not isinstance(value, dict) or all(name in value for name in node.required)
