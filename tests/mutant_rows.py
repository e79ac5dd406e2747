"""Run the cheapest tests of a changed module first: tests/cases, or the rows of tests/rules_today.

`make mutants` uses it. Of the rows, only those about a changed module of today's rules run. They are called as
functions: pytest takes longer to collect them than they take to run.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

ROWS = Path(__file__).parent / "rules_today"
SOURCE = Path(__file__).parent.parent / "src" / "presend"
RULES = "openai/today/rules"
OF_BODIES = re.compile(r"^(@|\w+ = )requirement\(", re.MULTILINE)
OWN = re.compile(r"^(@rule|@requirement|\w+ = Rule|\w+ = requirement)\(", re.MULTILINE)
ALSO = {  # modules of rules → tests beside the rows that are about them, for what no row tells
    "models": "test_model_facts test_model_capabilities",
}


def rows(module: str) -> list[dict[str, Any]]:
    """Return the rows of a module's rules, then those in the same files; of one without rules, those of its users'."""
    sources = [(SOURCE / name).read_text("utf-8") for name in _users(module)]
    files = {path: json.loads(path.read_text("utf-8")) for path in sorted(ROWS.glob("*.json"))}
    own = [(path, row) for path, held in files.items() for row in held if _names(row["rule"], sources)]
    beside = {path: None for path, _ in own}
    return [row for _, row in own] + [row for path in beside for row in files[path] if (path, row) not in own]


def _names(rule: str, sources: list[str]) -> bool:
    """Say whether one of the sources has a rule's id, or what `requirement` makes the ids of several bodies of."""
    least = rule.partition(".")[2]
    return any(f'"{rule}"' in text or (OF_BODIES.search(text) and f'"{least}"' in text) for text in sources)


def _users(module: str) -> list[str]:
    """Return a module; if it has no rule, return the modules that import from it."""
    found, waiting = [], [module]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.append(name)
            stem = Path(name).stem
            imports = re.compile(rf"rules\.{stem} import|rules import [\w, ]*\b{stem}\b")
            text = (SOURCE / name).read_text("utf-8")
            others = (path for path in (SOURCE / RULES).glob("[a-z]*.py") if imports.search(path.read_text("utf-8")))
            waiting += [] if OWN.search(text) else [f"{RULES}/{path.name}" for path in others]
    return found


def cases_pass() -> bool:
    """Say whether each payload of tests/cases has the problems that it should have; presend is imported now."""
    from tests import test_cases as held  # it loads presend, which is to be changed first

    try:
        for file in held.FILES.values():
            for case in file["cases"]:
                held.test_check_finds_every_problem(file["target"], case)
    except Exception:  # noqa: BLE001 - whatever it is, the mutant was found out
        return False
    return True


def all_pass(chosen: list[dict[str, Any]]) -> bool:
    """Say whether all rows pass; presend is imported now."""
    from tests import test_rules_today as held  # it loads presend, which is to be changed first

    try:
        for row in chosen:
            held.test_a_violating_payload_has_the_problem_of_its_rule_and_no_other(row)
            if "passes" in row:
                held.test_a_payload_just_inside_passes(row)
        for row in chosen:
            held.test_all_faces_agree(row)
    except Exception:  # noqa: BLE001 - whatever it is, the mutant was found out
        return False
    return True
