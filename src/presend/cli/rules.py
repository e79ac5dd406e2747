"""The commands `presend rules` and `presend explain`."""

from __future__ import annotations

import dataclasses
import json
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

import click

import presend
from presend.batch.rules import RULES as BATCH_RULES
from presend.cli.console import pack_option, write
from presend.cli.outputs import completing
from presend.cli.refusals import refusing
from presend.cli.schema import rules_of_schemas
from presend.packs.rule_groups import OBSERVED, reports_of
from presend.schema.catalogue import require_rules
from presend.settings.rules import RULES as CONFIGURATION_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from presend.rule import Rule

NARROWEST, INDENT = 40, "    "  # least number of columns for wrapped text, and the indent of wrapped lines
OTHER_RULES = (
    "presend: for the rules of batch files run presend rules --pack presend.batch, "
    "for those of the configuration presend rules --pack presend.settings"
)
BASES = {
    "schema": "a keyword of the schema",
    "prose": "a sentence of the spec",
    "observed": "seen in answers of the API",
    "inferred": "follows from other statements",
}


@click.command()
@click.option("--format", "report", default="text", type=click.Choice(["text", "json"]))
@pack_option
@refusing()
def rules(report: str, pack: str | None) -> None:
    """List the rules: id, severity, basis, requirement.

    By default these are the rules for payloads. `--pack presend.batch` adds the rules for batch files, and
    `--pack presend.settings` those for the configuration.
    """
    every = presend.rules(pack)
    if report == "json":
        write([json.dumps([_facts(rule) for rule in every], indent=2) + "\n"])
    else:
        write(_listed(every))
        if pack is None:
            columns = shutil.get_terminal_size().columns if sys.stderr.isatty() else len(OTHER_RULES)
            click.echo(textwrap.fill(OTHER_RULES, max(columns, NARROWEST)), err=True)


def _listed(rules: Sequence[Rule]) -> Iterator[str]:
    """Yield one line for each rule; on a narrow terminal its summary is on the next lines."""
    width = max(len(rule.id) for rule in rules)
    heads = [f"{rule.id:{width}}  {rule.severity:7}  {rule.basis:8}" for rule in rules]
    texts = [f"{'(opt-in) ' * rule.opt_in}{rule.summary}" for rule in rules]
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    is_wide = not columns or all(len(head) + 2 + len(text) <= columns for head, text in zip(heads, texts, strict=True))
    for rule, head, text in zip(rules, heads, texts, strict=True):
        if is_wide:
            yield f"{head}  {text}\n"
        else:
            below = textwrap.fill(text, max(columns, NARROWEST), initial_indent=INDENT, subsequent_indent=INDENT)
            yield f"{rule.id} ({rule.severity}, {rule.basis})\n{below}\n"


def _facts(rule: Rule) -> dict[str, object]:
    skipped = {"at", "check", "needs", "look", "is_known"}
    names = [field.name for field in dataclasses.fields(rule) if field.name not in skipped]
    return {**{name: getattr(rule, name) for name in names}, "targets": rule.targets}


def _rules_by_id(pack: str | None) -> dict[str, Rule]:
    """Return every rule by its id: rules of payloads, of batch files, of the configuration and of schemas."""
    every = (*presend.rules(pack), *BATCH_RULES, *CONFIGURATION_RULES, *rules_of_schemas())
    return {rule.id: rule for rule in every}


@click.command()
@click.argument("rule_id", metavar="RULE", shell_complete=completing(lambda: [*_rules_by_id(None)]))
@pack_option
@refusing()
def explain(rule_id: str, pack: str | None) -> None:
    """Explain what RULE requires, why, and how to turn it off."""
    known = _rules_by_id(pack)
    require_rules([rule_id], known)
    rule = known[rule_id]
    rows = [
        ("Severity", f"{rule.severity}{' (opt-in)' if rule.opt_in else ''}"),
        ("Basis", f"{rule.basis}: {BASES[rule.basis]}"),
        ("Checked on", ", ".join(rule.targets)),
        ("To do", rule.fix),
        *(("Source", f"{place} (sha256 {digest[:12]}…)" if digest else place) for place, digest in rule.statements),
        ("As of", rule.as_of or ""),
        ("Seen in", ", ".join(reports_of(rule))),
        *_switching(rule, pack),
    ]
    write([f"{click.style(rule.id, bold=True)}\n{rule.summary}\n\n"])
    write(f"{label and label + ': ':12}{text}\n" for label, text in rows if text)


def _switching(rule: Rule, pack: str | None) -> list[tuple[str, str]]:
    """Return the rows that show how to turn a rule off, or on if it is opt-in."""
    if rule in CONFIGURATION_RULES:
        return [("Turn off", "not possible; the rule fails the run only with --fail-on warning")]
    if rule in BATCH_RULES:
        return [("Turn off", f"presend batch --ignore {rule.id} FILE")]
    switch = "enable" if rule.opt_in else "ignore"
    option, argument = (f" --pack {pack}", f'pack="{pack}", ') if pack else ("", "")
    return [
        ("Turn on" if rule.opt_in else "Turn off", f"presend check --{switch} {rule.id} TARGET FILE{option}"),
        ("", f'presend.check(target, payload, {argument}{switch}=["{rule.id}"])'),
        *(
            [("", f"presend check --ignore {OBSERVED} TARGET FILE{option}  (all observed rules)")]
            if _is_of_group(rule)
            else []
        ),
    ]


def _is_of_group(rule: Rule) -> bool:
    return rule.basis == OBSERVED and not rule.opt_in
