"""Mutation testing: change rules, engines and the PNG reader in one place at a time; a test has to fail.

    python -m tests.mutants [--jobs 2] [--only rules/run.py] [--every 4]

`make mutants` runs it. The changes are made by cosmic-ray. Each mutant runs in a fork of this process, which has loaded
everything except presend. That takes a tenth of the time of a new process, and no file is touched. Mutants without any
effect at run time, as in an annotation, are not counted. tests/survivors.toml lists survivors that no test can tell
from the original, with the reason. They count as survivors; any other survivor fails the command.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import dataclasses
import difflib
import functools
import importlib.machinery
import importlib.util
import itertools
import os
import resource
import select
import signal
import sys
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import cosmic_ray.plugins
import hypothesis.strategies  # noqa: F401 - this and the next are what the forks would load otherwise
import jsonschema  # noqa: F401
import openai  # noqa: F401
import PIL.Image  # noqa: F401
import pydantic  # noqa: F401
import pytest
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

from tests import mutant_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.machinery import ModuleSpec

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "presend"
SURVIVORS = ROOT / "tests" / "survivors.toml"
CPU = 60  # seconds for the tests of one mutant, which take five, or twenty of an engine: this ends endless loops
LONGEST = 400  # seconds by the clock, for what waits for ever: other programs may take most of the time
ENOUGH = 0.95  # of the mutants of the rules and of the PNG reader have to be killed
SKIPPED = (
    "core/NoOp",
    "core/VariableReplacer",
    "core/VariableInserter",
)  # the first changes nothing, the others need arguments
TESTS = {  # modules → the tests that are theirs, the likeliest to fail first
    "openai/rules/image*.py": "test_image_rules test_cases test_rules",
    "openai/data_urls.py": "test_data_urls test_cases",
    "structured/*.py": "test_strict_schemas test_schema_rules test_cases",
    "json_schemas/*.py": "test_strict_schema test_check_schema test_check_output",
    "openai/rules/tools.py": "test_schema_rules test_cases test_rules",
    "openai/rules/*.py": "test_cases test_rules test_image_rules",
    "files/png.py": "test_png test_image_rules",
    "files/png_chunks.py": "test_png test_image_rules",
    "files/png_header.py": "test_png test_image_rules",
    "files/png_pixels.py": "test_png test_image_rules",
    "api.py": "test_public test_switches test_cases test_models test_hostile test_uploads test_quick",
    "problems.py": "test_public test_cases test_models test_json_text",
    "checking/*proofs.py": "test_engines test_unions test_exact test_one_of test_proofs",
    "checking/rule_memory.py": "test_cases test_proofs",
    "checking/tables.py": "test_engines test_unions test_exact test_proofs",
    "checking/*.py": "test_cases test_engines test_unions test_null test_exact test_traps test_responses test_answers",
    "schema/*.py": "test_cases test_engines test_unions test_messages test_exact test_traps test_patterns test_quick",
    "fastpath/*.py": "test_quick test_exact test_properties test_models test_cases test_hostile",
    "model/*.py": "test_models test_exact test_quick test_cases test_hostile",
}
# Assertions are left plain: pytest rewrites those of plugins, presend is one, and then loads the modules by itself.
OPTIONS = ("-x", "-q", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist")
# Those whose score has to be enough, and whose survivors have to have a reason.
HELD = ("openai/rules", "openai/data_urls", "files/png", "structured")
TOLD = ("openai/today/rules", "")  # modules whose score is only reported; the last stands for all others


@dataclasses.dataclass(frozen=True, slots=True)
class Mutant:
    """A mutant: one module with one change.

    Attributes:
        module: Path below src/presend.
        code: The whole module, changed.
        was: The lines that were changed, trimmed; `became`: the same after the change.
    """

    module: str
    code: str
    was: str
    became: str


class Changed(importlib.machinery.SourceFileLoader):
    """Load a module from other source than its file has; an entry of `sys.meta_path`."""

    def __init__(self, name: str, path: Path, code: str) -> None:
        super().__init__(name, str(path))
        self.code = code

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        return importlib.util.spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_data(self, path: str) -> bytes:
        return self.code.encode() if path == self.path else super().get_data(path)

    def path_stats(self, path: str) -> Any:
        raise OSError(path)  # so that no byte code of the original is taken


def modules(only: str) -> Iterator[tuple[str, Callable[[], bool]]]:
    """Yield each module that is to be changed, with what says in a fork whether its tests pass."""
    for path in sorted(SOURCE.glob(f"{mutant_rows.RULES}/[a-z]*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if only in name:
            yield name, functools.partial(_rows_pass, name, mutant_rows.rows(name))
    seen = set()
    for pattern, tests in TESTS.items():
        for path in sorted(SOURCE.glob(pattern)):
            name = path.relative_to(SOURCE).as_posix()
            if name not in seen and only in name:
                seen.add(name)
                yield name, functools.partial(_tests_pass, tests)


def _tests_pass(tests: str) -> bool:
    if "test_cases" in tests and not mutant_rows.cases_pass():
        return False
    return all(pytest.main([*OPTIONS, str(ROOT / "tests" / f"{test}.py")]) == 0 for test in tests.split())


def _rows_pass(name: str, rows: list[dict[str, Any]]) -> bool:
    also = mutant_rows.ALSO.get(Path(name).stem, "")
    return mutant_rows.all_pass(rows) and (not also or _tests_pass(also))


def running(code: str) -> str:
    """Return the tree of a module without annotations and overloads, which never run here."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module):
            node.body = [part for part in node.body if not _is_overload(part)]
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            node.test, node.body = ast.Constant(None), [ast.Pass()]
    return ast.dump(tree)


def _is_overload(node: ast.stmt) -> bool:
    """Say whether a statement only tells a type checker of a function; marked as an overload or not."""
    return isinstance(node, ast.FunctionDef) and [ast.unparse(part) for part in node.body] == ["..."]


def mutants(name: str) -> Iterator[Mutant]:
    """Yield every mutant of a module whose behaviour can differ from the original."""
    original = (SOURCE / name).read_text("utf-8")
    nodes = list(ast_nodes(get_ast(original)))
    seen = {running(original)}
    for operator_name in sorted(cosmic_ray.plugins.operator_names()):
        if operator_name in SKIPPED:
            continue
        operator = cosmic_ray.plugins.get_operator(operator_name)()
        count = sum(1 for node in nodes for _ in operator.mutation_positions(node))
        for occurrence in range(count):
            with contextlib.suppress(SyntaxError, AttributeError):  # cosmic-ray's, of `except some.Error`
                code = mutate_code(original, operator, occurrence)
                if code is None or (form := running(code)) in seen:
                    continue
                seen.add(form)
                yield Mutant(name, code, *changed(original, code))


def changed(original: str, code: str) -> tuple[str, str]:
    """Return the lines that a change took away, and those that it put there."""
    lines = [line for line in difflib.ndiff(original.splitlines(), code.splitlines()) if line[:2] in {"- ", "+ "}]
    was, became = (" ".join(line[2:].strip() for line in lines if line[0] == sign) for sign in "-+")
    return was, became


def start(mutant: Mutant, passes: Callable[[], bool]) -> int:
    """Fork a process that runs the tests on a mutant, and exits with 0 where they all pass; return its id."""
    child = os.fork()
    if child:
        return child
    path = SOURCE / mutant.module
    name = ".".join(["presend", *Path(mutant.module).with_suffix("").parts]).removesuffix(".__init__")
    sys.meta_path.insert(0, Changed(name, path, mutant.code))
    sys.dont_write_bytecode = True
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    code = 2
    try:
        code = 0 if passes() else 1
    finally:
        os._exit(min(code, 1))


def outcomes(work: list[tuple[Mutant, Callable[[], bool]]], jobs: int) -> Iterator[tuple[Mutant, bool]]:
    """Run every mutant, `jobs` at a time; yield each with whether it survived."""
    waiting = list(reversed(work))
    running_now: dict[int, tuple[Mutant, int, float]] = {}  # pidfd → mutant, process, when it began
    while waiting or running_now:
        while waiting and len(running_now) < jobs:
            mutant, passes = waiting.pop()
            child = start(mutant, passes)
            running_now[os.pidfd_open(child)] = (mutant, child, time.monotonic())
        ready = select.select(list(running_now), [], [], 1)[0]
        late = [
            fd for fd, (_, _, began) in running_now.items() if time.monotonic() - began > LONGEST and fd not in ready
        ]
        for fd in (*ready, *late):
            mutant, child, _ = running_now.pop(fd)
            if fd in late:
                os.killpg(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            os.close(fd)
            yield mutant, status == 0


def main() -> int:
    """Run the command; return 1 where the score is too low or a survivor has no reason to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="", help="modules whose path has this in it")
    parser.add_argument("--every", type=int, default=1, help="try every so manieth mutant of each module alone")
    options = parser.parse_args()
    listed = tomllib.loads(SURVIVORS.read_text("utf-8"))["survivor"] if SURVIVORS.exists() else []
    reasons = {(entry["module"], entry["was"], entry["became"]): entry["reason"] for entry in listed}
    failed = False
    scores = {group: [0, 0] for group in (*HELD, *TOLD)}
    for name, passes in modules(options.only):
        known = [Mutant(name, code, "", "") for code in ((SOURCE / name).read_text("utf-8"), "raise AssertionError")]
        if [survived for _, survived in outcomes([(one, passes) for one in known], 1)] != [True, False]:
            sys.exit(f"{name}: its tests fail as it is, or pass without it: they would tell nothing of a mutant.")
        work = [(mutant, passes) for mutant in itertools.islice(mutants(name), 0, None, options.every)]
        with click.progressbar(length=len(work), label=name, file=sys.stderr) as bar:
            survivors = []
            for mutant, survived in outcomes(work, options.jobs):
                bar.update(1)
                survivors += [mutant] if survived else []
        group = next(group for group in scores if name.startswith(group))
        killed = len(work) - len(survivors)
        scores[group] = [scores[group][0] + killed, scores[group][1] + len(work)]
        unexplained = [one for one in survivors if (one.module, one.was, one.became) not in reasons]
        failed = failed or (group in HELD and bool(unexplained))
        print(f"{name}: {len(work)} mutants, {killed} killed, {len(survivors)} survived", flush=True)
        for mutant in unexplained:
            print(f"  survived without a reason:\n  - {mutant.was}\n  + {mutant.became}", flush=True)
    for group, (killed, count) in scores.items():
        if count:
            label = group or "checks and problems"
            print(f"{label}: {killed} of {count} killed, {killed / count:.1%}")
            failed = failed or (group in HELD and killed < ENOUGH * count)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
