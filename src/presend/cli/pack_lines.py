"""Output of `presend generate` about a pack and its rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from presend.cli.pack_names import how_to_name
from presend.rule import RuleFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from presend_codegen.build import Built


def lines_about(folder: Path, built: Built, import_name: str, *, is_new: bool) -> Iterator[str]:
    """Yield the lines about a pack that is up to date in its folder."""
    apply = f"{built.rules} of OpenAI's rules apply" if built.rules else "none of OpenAI's rules applies"
    done = f"Wrote {len(built.files)} files to {folder}" if is_new else f"{folder} is up to date"
    yield f"{done}; {apply} (docs/packs.md)."
    yield from _behind(built)
    if built.left_out:
        many = f"{built.left_out} schema{'s' * (built.left_out > 1)}"
        they = "them" if built.left_out > 1 else "it"
        yield f"Left out {many} of error responses, webhooks or no operation. --all includes {they}."
    yield how_to_name(folder.resolve(), import_name)


def _behind(built: Built) -> Iterator[str]:
    """Yield a line for each reason why some of OpenAI's rules do not apply to a pack, with their names."""
    from presend_codegen.passes.travelling.today import REASONS  # an extra

    if built.behind:
        yield f"{len(built.behind)} of OpenAI's rules do not apply (docs/packs.md):"
    for reason, sentence in REASONS.items():
        if rules := [rule for rule, why in built.behind.items() if why == reason]:
            yield f"- {sentence}: {', '.join(rules)}."


def fault_of_rules(folder: Path, import_name: str, schemas: str) -> str:
    """Return the error in a user's rules for the pack, or an empty text."""
    if not any((folder / place).exists() for place in ("rules.py", "rules")):
        return ""
    from presend.packs.own_rules import own_rules  # `presend --help` need not wait for it
    from presend.packs.schema_texts import Schemas  # the same

    root = str(folder.parents[import_name.count(".")])
    sys.path.insert(0, root)
    try:
        own_rules(import_name, Schemas(schemas.encode()))
    except RuleFault as fault:
        if not isinstance(fault.__cause__, ImportError):
            return str(fault)
        click.echo(
            f"warning: {fault}", err=True
        )  # a pre-commit hook may run without the packages that the module imports
    finally:
        sys.path.remove(root)
    return ""
