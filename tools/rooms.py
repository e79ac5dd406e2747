"""Read the rooms of the code from pyproject.toml, and the imports between them from grimp.

Decided 2026-11: the layers of the import contract are the only list of rooms. A new module gets its room there, and
`make lint` fails until it has one. The purpose of each room is written here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import grimp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).parent.parent
GENERATED = "presend.openai.today.models"  # 650 modules, which count as one
PURPOSES: Mapping[str, Mapping[str, str]] = {
    "presend": {
        "cli": "the commands",
        "editor": "language server (to come)",
        "serve": "mock, proxy and page (to come)",
        "settings": "configuration of `presend check`",
        "batch": "input files of the Batch API",
        "inputs": "files and form fields to results",
        "reports": "text, JSON, GitHub, SARIF, JUnit",
        "doors": "httpx, httpx2, Ray, pytest, hypothesis",
        "bulk": "JSON lines on many processes",
        "transport": "the gate in the request path",
        "drawing": "values and faults for property tests",
        "json_schemas": "schemas of Python types, strict schemas",
        "api": "`check`, `validate`, `is_valid`",
        "openai": "the built-in packs and their rules",
        "fastpath": "quick yes, quick no, quick models",
        "model": "what generated models are made of",
        "checking": "the walk, unions, forms, messages",
        "packs": "a pack, how one is found, routes",
        "structured": "rules for schemas in payloads",
        "schema": "nodes, compiler, keywords, patterns",
        "reading": "JSON, YAML and Python values",
        "files": "uploads, PNG, image facts",
        "words": "JSON Pointers, wording",
        "ground": "`Problem` and `Rule`",
    },
    "presend_codegen": {
        "command": "`python -m presend_codegen`",
        "upstream": "`presend sync`",
        "comparing": "`presend diff` and its witnesses",
        "build": "the one way from spec to pack",
        "emitting": "models, modules, rules page, files",
        "passes": "one named pass a file",
        "canonical": "any spec to one form",
        "schemas": "closure, normal form, disjointness",
        "source": "load, fetch, overlay, upstream's record",
    },
}


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """One import between two modules."""

    importer: str
    imported: str


@dataclass(frozen=True, slots=True)
class Room:
    """A room: the modules and packages of one layer.

    Attributes:
        name: The room's name.
        purpose: What it is for, in a few words.
        level: Its place in the order; 0 is the roof.
        members: First parts of the names of its modules, below the package.
    """

    name: str
    purpose: str
    level: int
    members: tuple[str, ...]


@dataclass(frozen=True)
class House:
    """One package: its rooms, from roof to ground, and the imports between its modules."""

    package: str
    rooms: tuple[Room, ...]
    imports: tuple[Import, ...]

    @cached_property
    def _homes(self) -> dict[str, Room]:
        return {member: room for room in self.rooms for member in room.members}

    def room(self, module: str) -> Room | None:
        """Return a module's room; None for the package itself, which is the front door."""
        _, _, rest = module.removeprefix(self.package).partition(".")
        return self._homes[rest.partition(".")[0]] if rest else None

    def between(self) -> dict[tuple[Room, Room], list[Import]]:
        """Return the imports that leave a room, by the rooms at their ends."""
        found: dict[tuple[Room, Room], list[Import]] = {}
        for one in self.imports:
            ends = self.room(one.importer), self.room(one.imported)
            if ends[0] and ends[1] and ends[0] is not ends[1]:
                found.setdefault((ends[0], ends[1]), []).append(one)
        return found

    def back(self) -> list[Import]:
        """Return the imports that go against the order."""
        return sorted(one for (a, b), some in self.between().items() if b.level <= a.level for one in some)

    def circles(self) -> list[tuple[str, ...]]:
        """Return the groups of modules that import one another, directly or not."""
        reached = {module: self._reached(module) for module in {one.importer for one in self.imports}}
        groups = {
            tuple(sorted(other for other in beyond if module in reached.get(other, ())))
            for module, beyond in reached.items()
            if module in beyond
        }
        return sorted(groups)

    @cached_property
    def _targets(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in self.imports:
            found.setdefault(one.importer, []).append(one.imported)
        return found

    def _reached(self, start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            new = [other for other in self._targets.get(waiting.pop(), ()) if other not in seen]
            seen.update(new)
            waiting += new
        return seen


def houses() -> list[House]:
    """Return presend and presend_codegen with all their imports: at the top, in functions, and only for types."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = {one["containers"][0]: one["layers"] for one in contracts if one["type"] == "layers"}
    graph = grimp.build_graph(*layers, cache_dir=None)
    return [House(package, rooms(package, layers[package]), _imports(graph, package)) for package in layers]


def rooms(package: str, layers: Iterable[str]) -> tuple[Room, ...]:
    """Return the rooms of a contract's layers: the first word of a layer, or of a part between `|`, is the name."""
    found = []
    for level, layer in enumerate(layers):
        for part in layer.split("|"):
            members = tuple(word.strip("() ") for word in part.split(":"))
            found.append(Room(members[0], PURPOSES[package][members[0]], level, members))
    return tuple(found)


def _imports(graph: grimp.ImportGraph, package: str) -> tuple[Import, ...]:
    """Return the imports between a package's modules; those of the generated models count as one module."""

    def named(module: str) -> str:
        return GENERATED if module.startswith(f"{GENERATED}.") else module

    found = {
        Import(named(module), named(imported))
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
        if module.partition(".")[0] == imported.partition(".")[0] == package
    }
    return tuple(sorted(one for one in found if one.importer != one.imported))
