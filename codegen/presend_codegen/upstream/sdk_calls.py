"""Read from the sources of the installed openai package which operations it calls, and with which types.

Each method posts `maybe_transform(…, SomeParams)` to a path. The sources are parsed, not run.
"""

from __future__ import annotations

import ast
import dataclasses
import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


METHODS = ("_post", "_put", "_patch")
PARAMETER = re.compile(r"\{[^{}]*\}")


@dataclasses.dataclass(frozen=True, slots=True)
class Call:
    """A call of an operation by a method of the SDK: its path, and where to find the type of its body."""

    path: str
    module: str
    type: str
    outside: frozenset[str]  # members that the method sends in the query or the path


def calls(package: Path) -> Iterator[Call]:
    """Yield the calls with a body that the resources of an installed openai package make."""
    for file in sorted(package.joinpath("resources").rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        modules = dict(_modules(tree, file, package))
        for method in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            nodes = [node for node in ast.walk(method) if isinstance(node, ast.Call)]
            queries = [word.value for node in nodes for word in node.keywords if word.arg == "query"]
            queried = {name for query in queries for node in ast.walk(query) for name in _keys(node)}
            paths = [path for node in nodes if _name(node.func) in METHODS and (path := _text(node))]
            bodies = [node.args for node in nodes if _name(node.func) == "maybe_transform" and len(node.args) > 1]
            for path, (sent, body) in itertools.product(paths, bodies):
                outside = {*queried, *(name.strip("{}") for name in PARAMETER.findall(path))}
                is_query = isinstance(sent, ast.Dict) and not set(_keys(sent)) - queried
                options = [body.body, body.orelse] if isinstance(body, ast.IfExp) else [body]
                for one in () if is_query else options:
                    if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id in modules:
                        yield Call(path, modules[one.value.id], one.attr, frozenset(outside))


def _modules(tree: ast.Module, file: Path, package: Path) -> Iterator[tuple[str, str]]:
    """Yield the modules that a file imports with relative imports: name → module."""
    inside = ["openai", *file.relative_to(package).parts[:-1]]
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.level:
            base = inside[: len(inside) - node.level + 1]
            for alias in node.names:
                yield alias.asname or alias.name, ".".join([*base, *filter(None, [node.module]), alias.name])


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _keys(node: ast.AST) -> list[str]:
    """Return the keys of a dictionary display."""
    keys = node.keys if isinstance(node, ast.Dict) else []
    return [key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]


def _text(call: ast.Call) -> str:
    """Return the path of a call, as a template."""
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Call) and first.args:
        first = first.args[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def shape_of(path: str) -> str:
    """Return a path with empty braces, since the names of parameters differ between sources."""
    return PARAMETER.sub("{}", path)
