"""Make msgspec types of nodes; what a type cannot express is judged part by part."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Meta, Raw, UnsetType

from presend.fastpath.understood import LIMITS, is_understood, tags, told_apart
from presend.fastpath.verdicts import verdict
from presend.schema.compiler import EXACT
from presend.schema.nodes import Node
from presend.schema.patterns import is_quick, searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WIDE = 2**63
MOST = 4_000  # parts of one type
PLAIN = {"boolean": bool, "null": None, "string": str, "integer": int, "number": float}


class Unsure(Exception):  # not an error: `examine` judges the part
    """Raised if msgspec has no exact type for a node."""


class Types:
    """Make msgspec types of nodes. The state is the finished and the unfinished types.

    Attributes:
        part: The type of parts without an exact type: bytes (`Raw`) if text is decoded, else `Any`.
    """

    def __init__(self, part: Any) -> None:
        self.part = part
        self._made: dict[tuple[int, str], Any] = {}
        self._sizes: dict[tuple[int, str], int] = {}
        self._size = 0  # of all types so far; a type used twice counts twice in msgspec, unless it is a struct
        self._open: set[tuple[int, str]] = set()

    def of(self, node: Node, tag: str = "", value: str = "") -> Any:
        """Return the type of a node, or of the branch that the value `value` of the member `tag` selects.

        Raises:
            Unsure: The node has no exact type.
        """
        key = (id(node), value)
        if key in self._open:
            raise Unsure  # recursive: judged as a part, level by level
        before = self._size
        if key not in self._made:
            self._open.add(key)
            try:
                self._made[key] = self._type(node, tag, value)
            finally:
                self._open.discard(key)
            is_shared = isinstance(self._made[key], type) and issubclass(self._made[key], msgspec.Struct)
            self._sizes[key] = 0 if is_shared else self._size - before
        self._size = max(self._size, before + self._sizes[key]) + 1
        if self._size > MOST:
            raise ValueError(MOST)  # too large: no msgspec type at all
        return self._made[key]

    def _type(self, node: Node, tag: str, value: str) -> Any:
        if not is_understood(node):
            raise Unsure
        if node.branches:
            return self._union(node)
        limits = node.limits
        values = limits.pop("enum", None)
        if values is not None:
            if limits or not all(member is None or isinstance(member, str) for member in values):
                raise Unsure
            kinds = {"null" if member is None else "string" for member in values}
            return Literal[tuple(values)] if kinds <= node.kinds else _unsure()
        wanted = sorted(node.kinds - {"integer"} if "number" in node.kinds else node.kinds)
        if node.kinds >= LIMITS.keys() or limits.keys() - set().union(*(LIMITS[kind] for kind in wanted)):
            raise Unsure  # any value, or a keyword that types cannot express
        return _union(self._one(node, kind, limits, tag, value) for kind in wanted)

    def _one(self, node: Node, kind: str, limits: dict[str, Any], tag: str, value: str) -> Any:
        """Return the type for the values of one kind."""
        bounds = {LIMITS[kind][word]: limit for word, limit in limits.items() if word in LIMITS[kind]}
        if kind == "number" and any(abs(limit) >= EXACT for limit in bounds.values()):
            raise Unsure  # msgspec would round an integer before the comparison
        if kind == "integer" and any(abs(limit) >= WIDE for limit in bounds.values()):
            raise Unsure  # msgspec's bounds have 64 bits
        if "pattern" in bounds:
            bounds["pattern"] = _searched_by_python(bounds["pattern"])
        if kind == "array":
            made: Any = list[self.of(node.items)] if node.items is not None else _unsure()  # type: ignore[misc]
        elif kind == "object":
            if node.properties and bounds:
                raise Unsure
            made = self._record(node, tag, value) if node.properties else self._map(node)
        else:
            made = PLAIN[kind]
        return Annotated[made, Meta(**bounds)] if bounds else made

    def _map(self, node: Node) -> Any:
        if not isinstance(node.additional, Node) or node.required:
            raise Unsure
        return dict[self._key(node.keys), self.of(node.additional)]  # type: ignore[misc]

    def _key(self, keys: Node | None) -> Any:
        if keys is None:
            return str
        if "string" not in keys.kinds:
            raise Unsure
        of_text = dataclasses.replace(keys, kinds=frozenset({"string"}))
        return self._type(of_text, "", "")

    def _record(self, node: Node, tag: str, value: str) -> Any:
        """Return the struct for an object; members without an exact type are judged as parts."""
        if node.keys is not None or set(node.required) - node.properties.keys():
            raise Unsure
        fields: list[tuple[Any, ...]] = []
        names, parts = {}, {}
        for number, (name, member) in enumerate(node.properties.items()):
            if tag and name == tag:
                continue  # msgspec handles the tag
            field = f"m{number}"
            names[field] = name
            try:
                made = self.of(member)
                optional = _union([made, UnsetType])
                msgspec.json.Decoder(optional)
            except (Unsure, TypeError):
                made, parts[field] = self.part, verdict(member, self._branches(member), is_text=self.part is Raw)
                optional = _union([made, UnsetType])
            fields.append((field, made) if name in node.required else (field, optional, UNSET))
        return msgspec.defstruct(
            node.name or "Record",
            sorted(fields, key=len),  # those without a default first
            rename=names,
            forbid_unknown_fields=True,
            gc=False,
            namespace={"__post_init__": _judge(parts)} if parts else {},
            tag_field=tag or None,
            tag=value if tag else None,
        )

    def _union(self, node: Node) -> Any:
        if not _is_mere_union(node):
            raise Unsure
        tag, tagged = (node.tag, node.tagged) if node.tagged else told_apart(node.branches)
        if not tagged:
            return _union(self.of(branch) for branch in node.branches)
        if len(node.branches) != len(set(map(id, tagged.values()))):
            raise Unsure
        if not tag:
            raise Unsure  # msgspec needs a name for the tag
        return _union(self._tagged(branch, tag, value) for value, branch in tagged.items())

    def _branches(self, node: Node) -> list[Callable[[Any], Any]]:
        """Return a function for each branch of a union with an exact type; it raises unless a part fits."""
        functions: list[Callable[[Any], Any]] = []
        for branch in node.branches if is_understood(node) and _is_mere_union(node) and not node.tagged else ():
            with contextlib.suppress(Unsure, TypeError):
                made = self.of(branch)
                functions.append(msgspec.json.Decoder(made).decode if self.part is Raw else convert_to(made))
        return functions

    def _tagged(self, branch: Node, tag: str, value: str) -> Any:
        return self.of(branch, tag, value) if value in tags(branch, tag) else _unsure()


def convert_to(made: Any) -> Callable[[Any], Any]:
    """Return a function that checks JSON data against a type; in a struct, so that msgspec caches its work."""
    if isinstance(made, type) and issubclass(made, msgspec.Struct):
        return functools.partial(msgspec.convert, type=made)
    holder = msgspec.defstruct("Holder", [("value", made)])
    return lambda value: msgspec.convert({"value": value}, holder)


def _is_mere_union(node: Node) -> bool:
    """Return whether a union has no keyword of its own that limits its branches."""
    beside = (node.additional, node.keys, node.items)
    if node.checks or node.properties or node.required or any(part is not None for part in beside):
        return False
    return all(branch.kinds <= node.kinds for branch in node.branches)


def _judge(parts: dict[str, Callable[[Any], bool]]) -> Callable[[Any], None]:
    """Return the function that msgspec calls on each new struct to judge its parts."""
    pairs = tuple(parts.items())

    def judge(struct: Any) -> None:
        for field, is_right in pairs:
            part = getattr(struct, field)
            if part is not UNSET and not is_right(part):
                raise ValueError(field)

    return judge


def _searched_by_python(pattern: str) -> str:
    if not is_quick(pattern):
        raise Unsure
    search: Any = searcher(pattern)
    return str(search.__self__.pattern)


def _unsure() -> Any:
    raise Unsure


def _union(types: Iterable[Any]) -> Any:
    """Return a union of types; raise `Unsure` for one that makes msgspec 0.22 corrupt memory.

    In a union of a string with a pattern and an array or map, msgspec misreads the pattern.
    """
    made: Any = Union[tuple(types)]  # noqa: UP007 - made at run time
    members = get_args(made) if get_origin(made) is Union else (made,)
    limited = [get_args(member) for member in members if get_origin(member) is Annotated]
    if any(limit.pattern is not None for _, *limits in limited for limit in limits):
        bare = [*members, *(member for member, *_ in limited)]
        if any(get_origin(member) in (list, dict) for member in bare):
            raise Unsure
    return made
