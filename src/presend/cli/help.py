"""The examples at the end of `--help`, and the message about an unknown command."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

# Command → its examples, which tests/test_cli.py runs; \\b keeps click from wrapping them.
EXAMPLES = {
    "": """\b
Examples:
  presend check CreateRunRequest run.json
  presend check 'POST /moderations' requests.jsonl --fail-on warning
  presend explain metadata.max-pairs
""",
    "check": """\b
Examples:
  presend check CreateRunRequest run.json
  presend check 'POST /moderations' requests.jsonl --errors-only
  presend check CreateRunRequest - --input-format yaml < run.yaml
  presend check CreateImageVariationRequest -F image=@otter.png -F n=2
  presend check CreateRunRequest run.json --format sarif=presend.reports.sarif
""",
    "batch": """\b
Examples:
  presend batch requests.jsonl --endpoint /v1/responses
  presend batch requests.jsonl --format json --pack shop_api
""",
    "models": """\b
Examples:
  presend models
  presend models gpt-5 gpt-4o --format json
""",
    "schema": """\b
Examples:
  presend schema tools.json
  presend schema app.models:Order --format json
  presend schema parameters.json --fix > strict.json
""",
    "generate": """\b
Examples:
  presend generate openapi.yaml --out shop_api
  presend generate openapi.yaml --out shop_api --overlay corrections.yaml --check
  presend check 'POST /orders' order.json --pack shop_api
""",
}
MEANT = {  # name in other tools → the command
    "validate": "check",
    "lint": "check",
    "verify": "check",
    "test": "check",
    "init": "generate",
    "build": "generate",
    "compare": "diff",
    "list": "rules",
    "help": "--help",
    "version": "--version",
}


class Commands(click.Group):
    """The commands; the error for an unknown one suggests a known one.

    Args:
        modules: Name of each command → the module that defines it, imported when the command is first asked for.
    """

    def __init__(self, *arguments: Any, modules: Mapping[str, str], **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands, sorted."""
        return sorted(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """Return a command, or `None` if there is none of that name."""
        if cmd_name not in self.modules:
            return None
        command: click.Command = getattr(importlib.import_module(self.modules[cmd_name]), cmd_name)
        return command

    def resolve_command(self, context: click.Context, arguments: list[str]) -> Any:
        """Return the command that the first argument names."""
        name = arguments[0]
        if not name.startswith("-") and name not in self.modules:
            from presend.schema.keywords import did_you_mean  # for this message alone

            known = self.list_commands(context)
            meant = f" Did you mean '{MEANT[name]}'?" if name in MEANT else did_you_mean(name, known)
            hint = meant or f" Known are {', '.join(known)}."
            context.fail(f"No such command '{name}'.{hint}")
        return super().resolve_command(context, arguments)
