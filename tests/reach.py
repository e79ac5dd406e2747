"""Measure how much of a schema some payloads reach: members, absences, nulls, branches and enum values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.unions import tagged_branch
from presend.schema.keywords import KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.schema.nodes import Node

Mark = tuple[str, str, str]


def universe(node: Node) -> set[Mark]:
    """Return every mark that payloads of `node` can reach."""
    marks: set[Mark] = set()
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        marks.update(_own(one))
        parts = [*one.properties.values(), *one.branches, *one.tagged.values(), one.items, one.additional]
        waiting.extend(part for part in parts if part is not None and not isinstance(part, bool))
    return marks


def _own(node: Node) -> Iterator[Mark]:
    if "null" in node.kinds and node.kinds != {"null"} and not node.is_file:
        yield node.source, "null", ""
    for name in node.properties:
        yield node.source, "member", name
        if name not in node.required:
            yield node.source, "absent", name
    yield from ((node.source, "enum", repr(member)) for member in node.limits.get("enum", ()))
    for branch in node.branches:
        yield from ((node.source, "branch", f"{branch.source} {kind}") for kind in branch.kinds - {"null"})
    yield from ((node.source, "tag", tag) for tag in node.tagged)
    if node.items is not None:
        yield node.source, "items", "some"
        if "minItems" not in node.limits:
            yield node.source, "items", "none"


def reached(node: Node, value: Any) -> Iterator[Mark]:
    """Yield the marks that a payload without errors reaches."""
    if node.is_file or type(value) not in KINDS:  # a file may be one branch of several
        return
    kind = kind_of(value)
    if value is None and node.kinds != {"null"}:
        yield node.source, "null", ""
    listed = node.limits.get("enum", ())
    yield from ((node.source, "enum", repr(member)) for member in listed if member == value)
    yield from _reached_branch(node, value, kind)
    if isinstance(value, dict):
        for name in node.properties:
            yield node.source, "member" if name in value else "absent", name
        for name, member in value.items():
            sub = node.properties.get(name, node.additional)
            if sub is not None and not isinstance(sub, bool):
                yield from reached(sub, member)
    elif isinstance(value, list) and node.items is not None:
        yield node.source, "items", "some" if value else "none"
        for item in value:
            yield from reached(node.items, item)


def _reached_branch(node: Node, value: Any, kind: str) -> Iterator[Mark]:
    if isinstance(value, dict) and node.tagged:
        branch = tagged_branch(node, value)
        if branch is not None:
            yield node.source, "tag", value[node.tag]
            fits = [one for one in node.branches if one is branch]
            yield from ((node.source, "branch", f"{one.source} {kind}") for one in fits)
            yield from reached(branch, value)
        return
    fitting = [branch for branch in node.branches if kind in branch.kinds]
    if len(fitting) > 1 and isinstance(value, list) and value:
        fitting = [branch for branch in fitting if branch.items and kind_of(value[0]) in branch.items.kinds]
    for branch in fitting[:1]:
        yield node.source, "branch", f"{branch.source} {kind}"
        yield from reached(branch, value)
