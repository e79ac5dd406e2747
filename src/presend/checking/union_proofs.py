"""The part of a proof about unions: it tries one branch of those that a value may fit."""

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
    Tried = tuple[Test | None, Sequence[Node]]  # the test of the branch that is taken, and those that are to be out

SCALARS = frozenset({"string", "boolean", "integer", "number", "null"})
MOST = 256  # choices of a branch that are remembered, of each union
LONGEST = 64  # code points of a tag
# What makes a node more than its type and limits say.
MORE = "rules branches parts denied condition expected is_file".split()


def of_union(node: Node, now: Find, later: Find) -> dict[type, Test]:
    """Return the tests for the branch that `examine` takes, by the type of the value.

    Of a branch that a rule has a warning or an error for, `examine` looks whether another one fits better.

    Args:
        node: The union.
        now: Returns the table of a branch.
        later: Returns it while a value is looked at; so no table is made of a branch that no payload meets.
    """
    tests: dict[type, Test] = {}
    fitting = [(branch, branch.kinds) for branch in node.branches]
    for kind, name in KINDS.items():
        branches = [branch for branch, kinds in fitting if name in kinds or name == "number"]
        is_plain = kind is not float and all(_is_plain(branch) for branch in branches)  # a float may be an integer
        if branches and is_plain:
            test = _of_plain([now(branch).later(kind) for branch in branches], node.exclusive)
        else:
            test = _of_branches(node, branches, kind, later) if branches else None
        if test is not None:
            tests[kind] = test
    return tests


def _is_plain(branch: Node) -> bool:
    """Say whether a type and limits are all that there is to a branch."""
    return branch.kinds <= SCALARS and not any(getattr(branch, word) for word in MORE)


def _of_plain(tests: Sequence[Test | None], is_exclusive: bool) -> Test | None:
    """Return the test for branches of which a type and limits say all.

    A value that has no proof for one of these does not fit it, so that the order of the branches says nothing.
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
    """Return the proof for values of one type, which may fit some branches."""
    key: Callable[[Any], Any] | None = None  # found once there is a value, as branches are looked into for it
    tests: dict[Any, Tried] = {}  # by key, of the branches that were met

    def tried(value: Any, name: Any) -> Tried:
        branches = _branches(node, fitting, kind, value)
        found: Tried = (find(branches[0]).get(kind), branches[1:] if node.exclusive else ()) if branches else (None, ())
        if name is not None and len(tests) < MOST:
            tests[name] = found
        return found

    def prove(value: Any, findings: RuleFindings) -> bool:
        nonlocal key
        if key is None:
            key = _key(node, fitting, kind)
        name = key(value)
        # One is tried and no other, at each level: else the time would double with each.
        test, others = tests.get(name) or tried(value, name)
        if test is not True:
            if not test:
                return False
            before = len(findings)
            if not (value in test if type(test) is frozenset else test(value, findings)):  # type: ignore[operator]
                return False
            if len(findings) > before and any(said.severity != "note" for said in findings[before:]):
                return False
        return not (others and any(_may_fit(other, value) for other in others))

    return prove


def _branches(node: Node, fitting: Sequence[Node], kind: type, value: Any) -> Sequence[Node]:
    """Return the branches that a value may fit, the one that `examine` takes first."""
    if kind is dict and node.tagged:
        branch = node.tagged.get(found) if isinstance(found := value.get(node.tag), str) else None
        return () if branch is None else (branch,)
    if len(fitting) == 1:
        return fitting
    return likely_branches(node, value) if kind is dict else open_branches(node, value, KINDS[kind])[0]


def _key(node: Node, fitting: Sequence[Node], kind: type) -> Callable[[Any], Any]:
    """Return what tells all of a value that `_branches` looks at, `None` where that is more than it can tell."""
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
    """Return what tells the texts that some members of an object are; `None` where one is no text, or a long one."""
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
    """Say whether a value may fit a node, as far as its type and the members that it needs tell."""
    if KINDS[type(value)] not in node.kinds:
        return type(value) is float
    return not isinstance(value, dict) or all(name in value for name in node.required)
