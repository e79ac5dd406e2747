"""Find the counterparts of today's schemas in another spec: by operations and places, otherwise by names.

Two operations are the same if their paths are, apart from a prefix: `/deployments/{deployment-id}/chat/completions`,
`/openai/v1/chat/completions`. From the bodies of such operations, both specs are walked side by side. Schemas at the
same place are counterparts, whatever their names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from presend.words.pointers import last_of
from presend_codegen.passes.travelling.forms import forms, paired, spelling_key
from presend_codegen.passes.travelling.ways import every

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from presend_codegen.passes.travelling.forms import Form
    from presend_codegen.passes.travelling.ways import Place
    from presend_codegen.source.load import Json, Object

# Prefixes of paths, in the forms that are in use.
BEFORE = re.compile(r"^(/openai)?(/v\d[^/]*)?(/deployments/\{[^}]*\})?(?=/)")
PARAMETER = re.compile(r"\{[^}]*\}")

Body = tuple[str, str, str | None, str | None]  # method, path, media type, schema


class Counterparts:
    """The pairs of schemas that correspond in two specs; a schema may have several counterparts.

    Attributes:
        old: The schemas of today's API.
        new: The schemas of the other spec.
        added: Members of today's API that its document did not have.
        forth: Old name → new names.
        back: New name → old names.
    """

    def __init__(self, old: Mapping[str, Json], new: Object, added: frozenset[Place] = frozenset()) -> None:
        self.old, self.new, self.added = old, new, added
        self.forth: dict[str, dict[str, None]] = {}
        self.back: dict[str, dict[str, None]] = {}
        self._waiting: list[tuple[str, str]] = []

    def by_operations(self, old: Iterable[Body], new: Iterable[Body]) -> None:
        """Pair the bodies of operations that both specs have, and the schemas that they refer to."""
        bodies = {_key(*row[:3]): row[3] for row in old if row[3]}
        for method, path, kind, schema in new:
            found = bodies.get(_key(method, path, kind))
            if found and schema:
                self._pair(found, schema)
        self._follow()

    def by_names(self, old: Iterable[str], new: Iterable[str]) -> None:
        """Pair schemas of the same name that have no counterpart yet, and the schemas that they refer to."""
        called = {spelling_key(name): name for name in new}
        for name in old:
            found = called.get(spelling_key(name))
            if found and name not in self.forth and found not in self.back:
                self._pair(name, found)
                self._follow()

    def _pair(self, old: str, new: str) -> None:
        if new not in self.forth.setdefault(old, {}):
            self.forth[old][new] = None
            self.back.setdefault(new, {})[old] = None
            self._waiting.append((old, new))

    def _follow(self) -> None:
        while self._waiting:
            old, new = self._waiting.pop()
            for one, other in self.pairs(self.old[old], self.new[new]):
                self._below(one, other)

    def _below(self, old: Form, new: Form) -> None:
        """Pair the named schemas directly below a form in both specs."""
        waiting = [(old, new)]
        seen = set[tuple[int, int]]()
        while waiting:
            one, other = waiting.pop()
            if (id(one.node), id(other.node)) in seen:
                continue
            seen.add((id(one.node), id(other.node)))
            for mine, theirs in both(one.node, other.node):
                self._named(mine, theirs)
                for pair in self.pairs(mine, theirs):
                    if pair[0].name and pair[1].name:
                        self._pair(pair[0].name, pair[1].name)
                    else:
                        waiting.append(pair)

    def _named(self, old: Json, new: Json) -> None:
        """Pair the schemas that both refer to by name, also through unions."""
        if isinstance(old, dict) and isinstance(new, dict) and "$ref" in old and "$ref" in new:
            self._pair(_name(old), _name(new))

    def pairs(self, old: Json, new: Json) -> Iterator[tuple[Form, Form]]:
        """Yield the corresponding forms of two schemas."""
        for one, other in paired(forms(self.old, old), forms(self.new, new)):
            if one is not None:
                yield one, other


def both(old: Object, new: Object) -> Iterator[tuple[Json, Json]]:
    """Yield the schemas at places of both forms: members, items, the values of a map."""
    theirs = new.get("properties", {})
    for name, member in old.get("properties", {}).items():
        if name in theirs:
            yield member, theirs[name]
    for word in ("items", "additionalProperties"):
        if isinstance(old.get(word), dict) and isinstance(new.get(word), dict):
            yield old[word], new[word]


def reached(schemas: Mapping[str, Json], rows: Iterable[Body]) -> list[str]:
    """Return the names of the schemas that operations use; all schemas if there are no operations."""
    waiting = [row[3] for row in rows if row[3]]
    if not waiting:
        return [*schemas]
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += [_name(node) for _, node in every(schemas[name]) if "$ref" in node]
    return [name for name in schemas if name in found]


def _key(method: str, path: str, kind: str | None) -> tuple[str, str, str]:
    own = BEFORE.sub("", path.partition("?")[0], count=1)
    return method.upper(), PARAMETER.sub("{}", own).rstrip("/"), str(kind).partition(";")[0].strip()


def _name(node: Object) -> str:
    return last_of(node["$ref"])
