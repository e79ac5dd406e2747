"""Read the fields of a form as the schema declares them, as a server does with multipart bodies.

A form has names and texts, but no types. Decided 2026-11-23:

- `tags[]`, or a repeated `tags`, is an array. `a[b]` is the member b of the object a, and `a[0]` is an item, as
  openai/_qs.py writes them. A name that the schema declares is taken literally, even with brackets.
- A text is read as one of these, if the schema accepts it: the text, a boolean, a number, JSON of an object or array,
  the only item of an array. The first reading that is valid counts.
- A name with an ambiguous place (`a[][b]`, or `a` beside `a[b]`) is left unchanged.
- The spec's own encoding of a member takes precedence over all of this: `presend.checking.styles`.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from presend.checking.collector import Report
from presend.checking.messages import is_right, likeliest
from presend.checking.styles import is_exploded, of_part, taken_apart
from presend.checking.unions import tagged_branch
from presend.checking.walk import examine
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse
from presend.reading.python_values import UNREADABLE
from presend.schema.keywords import KINDS, kind_of
from presend.schema.nodes import ALL_KINDS, Node
from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Nodes = tuple[Node, ...]
    Entry = tuple[tuple[str, ...], Any]  # the bracketed parts of a name, and the value

# The syntax of JSON numbers, up to the 309 digits and three-digit exponents of a double.
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,308})")
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,308})(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
BOOLEANS = {"true": True, "false": False}
BRACKETS = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])+)")
DEEPEST = 20  # bracketed parts of a name that are read
ITEM = ("",)  # the brackets of `tags[]`


class _Unsure(ValueError):  # never leaves this module
    """Raised if the names of fields do not tell where their values belong."""


def folded(node: Node, fields: Mapping[Any, Any]) -> dict[Any, Any]:
    """Group the fields of a form into members; the fields of an array or object become one member.

    Args:
        node: The schema of the form.
        fields: Values by name. A repeated name has a list of values.
    """
    groups: dict[Any, list[tuple[str, Entry]]] = {}
    for name, value in fields.items():
        first, steps = _split(node, name)
        groups.setdefault(first, []).append((name, (steps, value)))
    found: dict[Any, Any] = {}
    for first, entries in groups.items():
        try:
            found[first] = _written(node, first, [entry for _, entry in entries])
        except _Unsure:
            found |= {name: value for name, (_, value) in entries}
    return found


def _written(node: Node, first: Any, entries: list[Entry]) -> Any:
    """Build the value of one member from its fields, by their names and its encoding.

    Raises:
        _Unsure: The names are ambiguous.
    """
    members, encoding = _members((node,), first), node.encoding.get(first, {}) if isinstance(first, str) else {}
    if not encoding:
        return _joined(members, entries)
    if all(steps in {(), ITEM} for steps, _ in entries):
        values = [item for _, value in entries for item in (value if isinstance(value, list) else [value])]
        if (apart := taken_apart(encoding, _kinds(members), values)) is not None:
            return apart
    return of_part(encoding, _joined(members, entries))


def is_sure(node: Node, fields: Mapping[str, Any]) -> bool:
    """Return whether every field name has a clear place."""
    left = (name.partition("[")[0] for name in folded(node, fields) if "[" in name and name not in node.declared)
    return not any(_members((node,), first) for first in left)


def from_text(node: Node, value: Any) -> Any:
    """Convert each text in form data to the type that the node declares for it; files stay."""
    return _read((node,), value)


def _split(node: Node, name: object) -> tuple[Any, tuple[str, ...]]:
    """Return the member that a field belongs to, and the bracketed parts of the field's name."""
    if not isinstance(name, str) or name in node.declared:
        return name, ()
    match = BRACKETS.fullmatch(name)
    if match is None:
        return _owner(node, name)
    steps = tuple(match[2][1:-1].split("]["))
    is_meant = steps == ITEM or (len(steps) <= DEEPEST and _members((node,), match[1]))
    return (match[1], steps) if is_meant else (name, ())


def _owner(node: Node, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the exploded object that declares a field, and the path in it; else the field itself."""
    for member, encoding in node.encoding.items():
        if is_exploded(encoding) and any(name in part.declared for part in _members((node,), member)):
            return member, (name,)
    return name, ()


def _joined(nodes: Nodes, entries: list[Entry]) -> Any:
    """Build a value from fields; bracketed names build an object or array.

    Raises:
        _Unsure: The names are ambiguous.
    """
    if all(steps in {(), ITEM} for steps, _ in entries):
        if entries[0][0] == () and len(entries) == 1:
            return entries[0][1]
        return [item for _, value in entries for item in (value if isinstance(value, list) else [value])]
    below: dict[str, list[Entry]] = {}
    for steps, value in entries:
        if steps in {(), ITEM} or steps[0] == "":
            raise _Unsure
        below.setdefault(steps[0], []).append((steps[1:], value))
    kinds = _kinds(nodes) if nodes else ALL_KINDS
    numbers = [str(number) for number in range(len(below))]
    if "array" in kinds and below.keys() == {*numbers}:
        return [_joined(_items(nodes, index), below[number]) for index, number in enumerate(numbers)]
    if "object" not in kinds:
        raise _Unsure
    return {name: _joined(_members(nodes, name), rest) for name, rest in below.items()}


def _read(nodes: Nodes, value: Any, *, is_item: bool = False) -> Any:
    """Convert the texts in a value to the types that its nodes declare; an item never becomes an array."""
    if not nodes or value is UNREADABLE:
        return value
    if isinstance(value, dict):
        return {name: _read(_members(nodes, name, value), member) for name, member in value.items()}
    if isinstance(value, list):
        return [_read(_items(nodes, index), item, is_item=True) for index, item in enumerate(value)]
    trials = []
    for reading in _readings(nodes, value, is_item=is_item):
        report = Report(form=True, errors_only=True)
        for node in nodes:
            examine(node, reading, (), report)
        if is_right(report):
            return reading
        trials.append((reading, report))
    return likeliest(trials)[0] if trials else value


def _readings(nodes: Nodes, value: Any, *, is_item: bool) -> Iterator[Any]:
    """Yield the possible readings of a text or file."""
    alike = [part for node in nodes for part in node.alike]
    kinds = _kinds(nodes)
    if isinstance(value, str):
        yield from _of_text(kinds, value)
    elif type(value) in KINDS:  # already a number, a boolean or null
        yield value
        return
    else:
        if (
            kinds & {"object", "array"} and isinstance(value, tuple) and value[:1] == (None,)
        ):  # may be JSON instead of a file
            yield from _of_json(kinds, value[1])
        if any(part.is_file for part in alike):
            yield value
    if "array" in kinds and not is_item:
        yield [_read(_items(nodes, 0), value, is_item=True)]


def _kinds(nodes: Nodes) -> frozenset[str]:
    return frozenset[str]().union(*(node.kinds for node in nodes))


def _of_text(kinds: frozenset[str], text: str) -> Iterator[Any]:
    if "string" in kinds:
        yield text
    if "boolean" in kinds and text in BOOLEANS:
        yield BOOLEANS[text]
    if "integer" in kinds and INTEGER.fullmatch(text):
        yield int(text)
    elif kinds & {"integer", "number"} and NUMBER.fullmatch(text) and math.isfinite(float(text)):
        yield float(text)
    if kinds & {"object", "array"}:
        yield from _of_json(kinds, text)


def _of_json(kinds: frozenset[str], text: Any) -> Iterator[Any]:
    """Yield the object or array in a JSON text, if the types allow it."""
    if isinstance(text, str | bytes) and text.lstrip()[:1] in {"{", "[", b"{", b"["}:
        try:
            value = parse(text)
        except JsonFault:
            return
        if kind_of(value) in kinds:
            yield value


def _members(nodes: Nodes, name: Any, value: Any = None) -> Nodes:
    """Return the nodes for the member `name`; an object, if given, selects the branch of a tagged union."""
    found: list[Node] = []
    for part in _applying(nodes, value) if isinstance(name, str) else ():
        matching = [sub for pattern, sub in part.patterns if searcher(pattern)(name)]
        own = [part.properties[name], *matching] if name in part.properties else matching
        found += own or ([part.additional] if isinstance(part.additional, Node) else [])
    return _once(found)


def _applying(nodes: Iterable[Node], value: Any) -> Iterator[Node]:
    """Yield all nodes that apply to a value; of a tagged union, only the selected branch."""
    for node in nodes:
        branch = tagged_branch(node, value) if node.tagged and isinstance(value, dict) else None
        yield from node.alike if branch is None else (node, *branch.alike)


def _items(nodes: Nodes, index: int) -> Nodes:
    """Return the nodes for an item."""
    alike = [part for node in nodes for part in node.alike]
    found = [part.prefix[index] if index < len(part.prefix) else part.items for part in alike]
    return _once(item for item in found if item is not None)


def _once(nodes: Iterable[Node]) -> Nodes:
    """Remove repeated nodes; in recursive schemas their number would double at each level."""
    return tuple({id(node): node for node in nodes}.values())
