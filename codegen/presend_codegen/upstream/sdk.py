"""Find what the installed openai package has and today's pack lacks: members, values, variants, requirements.

The SDK's types come from a newer revision of the spec than the published one. `sdk_calls.py` reads from the SDK's
sources which type belongs to which operation. The types are imported, since only Python can resolve annotations.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import itertools
import types
import typing
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, Required, Union

from typing_extensions import is_typeddict

from presend.checking.choices import FIRST
from presend_codegen.source.record import sentence_digest
from presend_codegen.upstream.sdk_calls import calls, shape_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from presend.packs.operation import Operation
    from presend.packs.pack import Pack
    from presend.schema.nodes import Node

Kind = Literal["operation", "member", "value", "variant", "required"]
WRAPPED = ("Required", "NotRequired", "ReadOnly", "Annotated")


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Known:
    """Something that the SDK has and the pack lacks.

    Attributes:
        kind: What it is.
        place: Its place: a schema of the pack and the path from there, such as `ImageGenTool.size`; or the path of
            an operation that the pack lacks.
        name: The member, the value or the variant's tag.
    """

    kind: Kind
    place: str
    name: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Texts:
    """How the SDK's texts on members compare with the record: the places of new, changed and lost ones."""

    new: list[str]
    changed: list[str]
    gone: list[str]


def unknown(package: Path, pack: Pack) -> list[Known]:
    """Return what the openai package in a folder has and the pack lacks, sorted."""
    found: set[Known] = set()
    held = {shape_of(operation.path): operation for operation in reversed(pack.operations) if operation.schema}
    for call in calls(package):
        operation = held.get(shape_of(call.path))
        if operation is None:
            found.add(Known("operation", call.path))
        else:
            body = getattr(importlib.import_module(call.module), call.type)
            found |= set(_beyond(operation, pack, body, call.outside))
    return sorted(found)


def texts(package: Path, record: str) -> Texts:
    """Compare the texts of the SDK's request types with the recorded digests, in the files that the record names.

    Args:
        package: Folder of the installed openai package.
        record: Rows of `file:Class.member`, a tab, and a sha256.
    """
    rows = (line.split("\t") for line in record.splitlines() if line.startswith("openai/"))
    known = {row[0]: row[1] for row in rows}
    files = dict.fromkeys(place.partition(":")[0] for place in known)
    found = {place: text for file in files for place, text in _digests(package.parent, file)}
    changed = [place for place in known if place in found and found[place] != known[place]]
    owners = {place.rpartition(".")[0] for place in known}
    new = [place for place in found if place not in known and place.rpartition(".")[0] in owners]
    return Texts(new, changed, [place for place in known if place not in found])


def _digests(root: Path, file: str) -> Iterator[tuple[str, str]]:
    """Yield the place and the digest of the docstring of each member in a file of the SDK."""
    path = root / file
    tree = ast.parse(path.read_text("utf-8")) if path.is_file() else ast.Module([], [])
    for owner in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        for member, said in itertools.pairwise(owner.body):
            is_text = isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant)
            if isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name) and is_text:
                yield f"{file}:{owner.name}.{member.target.id}", sentence_digest(str(said.value.value))  # type: ignore[attr-defined]


def _beyond(operation: Operation, pack: Pack, body: Any, outside: Collection[str]) -> Iterator[Known]:
    """Yield what the type of a body has and the pack lacks; members that are sent `outside` of the body are skipped."""
    every = {row.schema for row in pack.operations if row.path == operation.path and row.method == operation.method}
    nodes = tuple(pack.node(schema) for schema in every if schema)
    yield from _Walk(body, outside).typed(nodes, body, str(operation))


class _Walk:
    """Walks a type of the SDK together with the nodes of a pack, and remembers the pairs that it has seen."""

    def __init__(self, root: Any, outside: Collection[str]) -> None:
        self.root, self.outside = root, outside
        self.seen: set[tuple[int, frozenset[int]]] = set()

    def typed(self, nodes: tuple[Node, ...], hint: Any, place: str) -> Iterator[Known]:
        """Yield what a type has and the nodes for the same value lack."""
        alike = tuple({id(part): part for node in nodes for part in node.alike}.values())
        values = [value for value in _literals(hint) if isinstance(value, str)]
        # A rule of ours may close a list on purpose, which makes it narrower than the SDK's.
        closed = [one.limit for part in alike for one in part.checks if one.keyword == "enum" and one.rule is None]
        takes_any = any("string" in part.kinds and not _lists(part) for part in alike if not part.branches)
        legal = {value for limit in closed for value in limit if isinstance(value, str)}
        legal |= {part_value for part in alike for part_value in part.expected.get("enum", ())}
        if closed and not takes_any:
            yield from (Known("value", place, value) for value in values if value not in legal)
        for one in _alternatives(hint):
            if is_typeddict(one):
                yield from self.objects(alike, one, place)
            elif items := _items_of(one):
                below = tuple(part.items for part in alike if part.items is not None)
                yield from self.typed(below, items, f"{place}[]") if below else ()

    def objects(self, alike: tuple[Node, ...], body: Any, place: str) -> Iterator[Known]:
        """Yield what a TypedDict has and the objects among the nodes for the same value lack."""
        hints = typing.get_type_hints(body, include_extras=True)
        objects = [part for part in alike if part.properties]
        tag = next((name for name in FIRST if name in hints and _literals(hints[name])), None)
        if tag:
            wanted = {value for value in _literals(hints[tag]) if isinstance(value, str)}
            fitting = [part for part in objects if tag not in part.properties or wanted & _values(part.properties[tag])]
            if objects and not fitting:
                yield Known("variant", place, ", ".join(sorted(wanted)))
                return
            objects = fitting
        key = (id(body), frozenset(map(id, objects)))
        if not objects or key in self.seen:
            return
        self.seen.add(key)
        place = next((part.name for part in objects if part.name), place)
        needed = frozenset.intersection(*(frozenset(part.required) for part in objects))
        said = {name for name, hint in hints.items() if typing.get_origin(hint) is Required}
        optional = (needed & hints.keys()) - said - body.__required_keys__
        yield from (Known("required", place, name) for name in sorted(optional))
        for name, hint in hints.items():
            below = tuple(part.properties[name] for part in objects if name in part.properties)
            if below:
                yield from self.typed(below, hint, f"{place}.{name}")
            elif body is self.root and name in self.outside:
                continue
            elif not any(part.additional not in (True, False, None) for part in objects):
                yield Known("member", place, name)


def _bare(hint: Any) -> Any:
    while str(typing.get_origin(hint)).rpartition(".")[2] in WRAPPED or hasattr(hint, "__metadata__"):
        hint = typing.get_args(hint)[0]
    return hint


def _alternatives(hint: Any) -> Iterator[Any]:
    hint = _bare(hint)
    if typing.get_origin(hint) in (Union, types.UnionType):
        for one in typing.get_args(hint):
            yield from _alternatives(one)
    else:
        yield hint


def _items_of(hint: Any) -> Any:
    origin = typing.get_origin(hint)
    is_list = isinstance(origin, type) and issubclass(origin, Iterable) and not issubclass(origin, dict)
    return typing.get_args(hint)[0] if is_list and typing.get_args(hint) else None


def _literals(hint: Any) -> list[Any]:
    return [value for one in _alternatives(hint) if typing.get_origin(one) is Literal for value in typing.get_args(one)]


def _values(member: Node) -> set[str]:
    lists = [values for part in member.alike for values in part.closed_lists]
    return {value for values in lists for value in values if isinstance(value, str)}


def _lists(node: Node) -> bool:
    return bool(node.closed_lists)
