"""Write docs/rules.md, the catalogue of rules, from the rules in the code."""

from __future__ import annotations

import json
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING

from presend.openai.rules import RULES
from presend.openai.rules.elsewhere import ELSEWHERE
from presend.openai.today import rules as today
from presend.packs.names import TODAY
from presend.packs.own_rules import rules_of_limits
from presend.schema.catalogue import UNIVERSAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from presend.rule import Rule

DIGITS = 12  # digits of a digest in the catalogue; sentence-digests.tsv has whole digests


def catalogue(note: str) -> str:
    """Return the text of the catalogue; `note` says how it was made."""
    return "\n".join(_lines(note)) + "\n"


def _lines(note: str) -> Iterator[str]:
    yield f"""# Rules

<!-- {note} -->

Every problem names the rule behind it. `presend explain RULE` shows one of the rules below, `--ignore RULE` (in Python
`ignore=["RULE"]`) turns one off, and `--enable RULE` (`enable=`) turns on one that is marked *opt-in*.
`--ignore observed` turns off all rules that rest only on observation, `--ignore observed-before-2026-01-01` those that
were last observed before that date. Both work wherever a rule can be ignored. `presend models` lists the facts that
rules about models use, each with its date and source.

- **Severity**: an `error` is what the API refuses, or what its text says must not be; a `warning` depends on things
  that presend cannot see, or is only implied; a `note` is worth knowing. Only errors make `presend check` fail, unless
  `--fail-on` says otherwise.
- **Basis**: `schema` (a keyword), `prose` (a sentence of the spec), `observed` (how the API was seen to behave; a
  public report is named) or `inferred` (it follows from something else that is said).
- **As of**: the date of a model list or an observation. A rule about models is silent about models that are not on
  its list.
- **Source**: where the sentence stands in the upstream spec, and the start of its sha256 in the revision that the rule
  was read from."""
    yield from _section("JSON, schema keywords, and members that they leave open", UNIVERSAL)
    own = sorted((rule for rule in RULES if not rule.opt_in), key=lambda rule: rule.targets[0])
    for topic, rules in groupby(own, key=lambda rule: rule.targets[0]):
        yield from _section(f"`{topic}`", rules)
    yield from _section("Opt-in: limits that the API was observed to apply", [rule for rule in RULES if rule.opt_in])
    yield from _today()
    yield "\n## Statements without a rule of their own\n"
    yield "These statements of the spec have no rule: schema keywords already enforce them, or no offline check can.\n"
    yield "| statement | reason |\n| --- | --- |"
    for name, reason in {**ELSEWHERE, **today.ELSEWHERE}.items():
        yield f"| `{name}` | {reason} |"


def _today() -> Iterator[str]:
    """Yield the rules of today's API that are not in the sections above, those of its overlays first."""
    # Just written, so newer than the imported pack.
    table = json.loads((resources.files(TODAY) / "operations.json").read_bytes())
    rules = {rule.id: rule for rule in (*rules_of_limits(table.get("limits", {})), *today.RULES)}
    own = [rule for rule in rules.values() if rule.id not in {rule.id for rule in RULES}]
    own.sort(key=lambda rule: (rule.opt_in, rule.targets[0]))
    for topic, group in groupby(own, key=lambda rule: "opt-in" if rule.opt_in else f"`{rule.targets[0]}`"):
        yield from _section(f"Today's API: {topic}", group)


def _section(title: str, rules: Iterable[Rule]) -> Iterator[str]:
    yield f"\n## {title}"
    for rule in rules:
        yield f"\n### `{rule.id}`\n"
        dated = f", as of {rule.as_of}" if rule.as_of else ""
        yield f"*{rule.severity}, {rule.basis}{dated}{', opt-in' if rule.opt_in else ''}.* {rule.summary} {rule.fix}"
        for source, digest in rule.statements:
            yield f"\nSource: `{source}` ({digest[:DIGITS]})"
