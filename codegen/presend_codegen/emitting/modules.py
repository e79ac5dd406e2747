"""Split the generated models into modules, so that an import loads only what it needs.

A module holds one schema of the spec and the parts that were inline in it. Schemas that refer to each other in a circle
share a module. Each module imports the modules that it refers to. The package loads a module when one of its names is
first used; type checkers and editors see all names at once.
"""

from __future__ import annotations

import ast
import dataclasses
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from presend.schema.marks import SOURCE
from presend_codegen.canonical.spelling import module_name
from presend_codegen.schemas.closure import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from presend_codegen.source.load import Object

READ_AS_ONE = 60  # up to so many schemas a person still reads in one file; the built-in pack has fewer


@dataclasses.dataclass(frozen=True, slots=True)
class _Definition:
    text: str
    words: frozenset[str]  # names that it uses


def files_of(source: str, schemas: Object, header: str) -> dict[str, str]:
    """Return the files with the models: one module, or for many schemas a package of many modules.

    Raises:
        ValueError: The classes in `source` are not exactly those of `schemas`.
    """
    definitions, imports = _parsed(source)
    if definitions.keys() != schemas.keys():
        odd = sorted(definitions.keys() ^ schemas.keys())
        raise ValueError(f"the generator made {odd[:5]} of its own, or left it out")
    if len(schemas) <= READ_AS_ONE:
        return {"models.py": source}
    uses = {name: definition.words & definitions.keys() for name, definition in definitions.items()}
    homes = _homes(uses, _groups(schemas))
    held = defaultdict(list)
    for name, definition in definitions.items():
        held[homes[name]].append(definition)
    origins = {**imports, **{name: f".{home}" for name, home in homes.items()}}
    modules = {f"models/{module}.py": _module(parts, origins, module, header) for module, parts in held.items()}
    return {**_package(homes, header), **modules}


def _parsed(source: str) -> tuple[dict[str, _Definition], dict[str, str]]:
    """Return the definitions of a module by name, in order, and the source of each imported name."""
    definitions: dict[str, _Definition] = {}
    imports: dict[str, str] = {}
    for block in source.split("\n\n\n"):  # as laid out: no definition holds two empty lines; one tree of all is large
        lines = [f"{line}\n" for line in block.split("\n")]
        name = ""
        for node in ast.parse(block).body:
            text = "".join(lines[node.lineno - 1 : node.end_lineno])
            if isinstance(node, ast.ImportFrom) and node.module != "__future__":
                imports |= {alias.name: str(node.module) for alias in node.names}
            elif isinstance(node, ast.ClassDef):
                definitions[node.name] = _Definition(text, _words(node))
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                definitions[name] = _Definition(text, _words(node.value))
            elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and name:
                definitions[name] = dataclasses.replace(definitions[name], text=definitions[name].text + text)
    return definitions, imports


def _words(node: ast.AST) -> frozenset[str]:
    """Return the names in a definition, also in quoted types, but not in docstrings or `Literal` values."""
    found = set()
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.update(re.findall(r"\w+", node.value))
        is_literal = isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"
        below = [node.value] if isinstance(node, ast.Subscript) and is_literal else ast.iter_child_nodes(node)
        waiting += [part for part in below if not _is_text(part)]
    return frozenset(found)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr | ast.keyword) and isinstance(node.value, ast.Constant)


def _groups(schemas: Object) -> dict[str, str]:
    """Return the module of each schema before circles are merged."""
    owners = {schema.get(SOURCE, PREFIX + name): name for name, schema in schemas.items() if _is_whole(schema)}
    groups = {}
    for name, schema in schemas.items():
        source = schema.get(SOURCE, PREFIX + name)
        while source and source not in owners:
            source = source.rpartition("/")[0]
        groups[name] = module_name(owners.get(source, name))
    return groups


def _is_whole(schema: Object) -> bool:
    source = schema.get(SOURCE, PREFIX)
    return bool(re.fullmatch(f"{PREFIX}[^/]*|.*/schema", source))


def _homes(uses: Mapping[str, Iterable[str]], groups: Mapping[str, str]) -> dict[str, str]:
    """Return the module of each definition; groups that use each other in a circle are merged."""
    edges: dict[str, dict[str, None]] = {groups[name]: {} for name in uses}
    for name, used in uses.items():
        edges[groups[name]].update(dict.fromkeys(sorted(groups[word] for word in used)))
    circle = _circles(edges)
    return {name: circle[groups[name]] for name in uses}


def _circles(edges: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Map each node to the alphabetically first name in its strongly connected component (Tarjan, 1972)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    result: dict[str, str] = {}
    for root in edges:
        work = [(root, iter(edges[root]))] if root not in index else []
        if work:
            index[root] = low[root] = len(index)
            stack.append(root)
        while work:
            node, others = work[-1]
            for other in others:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    work.append((other, iter(edges[other])))
                    break
                if other not in result:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    members = stack[stack.index(node) :]
                    del stack[stack.index(node) :]
                    result |= dict.fromkeys(members, min(members))
    return result


def _module(definitions: Iterable[_Definition], origins: Mapping[str, str], module: str, header: str) -> str:
    parts = list(definitions)
    sources = defaultdict(set)
    for word in frozenset[str]().union(*(part.words for part in parts)):
        if origins.get(word, f".{module}") != f".{module}":
            sources[origins[word]].add(word)
    lines = [
        f"from {source} import {', '.join(sorted(sources[source]))}"
        for source in sorted(sources, key=lambda source: (source.startswith("."), source != "typing", source))
    ]
    body = "\n\n".join(part.text for part in parts)
    return f"# {header}\n\nfrom __future__ import annotations\n\n" + "\n".join(lines) + f"\n\n\n{body}"


def _package(homes: Mapping[str, str], header: str) -> dict[str, str]:
    """Return `__init__.py` of the package, and the stub with all names for type checkers and editors."""
    table = "".join(f'    "{name}": "{homes[name]}",\n' for name in sorted(homes))
    seen = "".join(f"from .{homes[name]} import {name} as {name}\n" for name in sorted(homes))
    code = f'''"""The models. Each is loaded on first use, with the models that it refers to.

{header}
"""

from __future__ import annotations

from presend.packs.lazily import lazily

_HOMES = {{
{table}}}

__getattr__, __dir__ = lazily(__name__, _HOMES)
'''
    return {"models/__init__.py": code, "models/__init__.pyi": f"# {header}\n\n{seen}"}
