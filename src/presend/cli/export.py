"""The command `presend export`: write the limits of a pack for other tools."""

from __future__ import annotations

import json
from pathlib import Path

import click

from presend.cli.console import DataFault, pack_option, usage, write
from presend.cli.refusals import refusing


@click.command()
@click.argument("target", required=False)
@click.option("--as", "kind", required=True, type=click.Choice(["overlay", "jsonschema"]), help="What to write.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write (default: standard output)."
)
@pack_option
@click.option("--warnings", is_flag=True, help="Include limits whose rules are warnings.")
def export(*, target: str | None, kind: str, out: Path | None, pack: str | None, warnings: bool) -> None:
    """Export the limits of a pack to other tools.

    The limits are in standard keywords. `jsonschema` writes one JSON Schema document, for TARGET if you give it.
    `overlay` writes an OpenAPI Overlay for the spec that the pack was made from.
    """
    from presend.packs.export import json_schema, overlay  # `presend --help` need not wait for it
    from presend.packs.find import as_pack, find_pack

    if target is not None and kind == "overlay":
        raise usage("An overlay covers the whole spec. Leave out TARGET, or give --as jsonschema.")
    with refusing():
        chosen = find_pack(pack) if target is None else as_pack(pack, target)
        is_overlay = kind == "overlay"
        made = overlay(chosen, warnings=warnings) if is_overlay else json_schema(chosen, target, warnings=warnings)
    is_yaml = is_overlay and (out is None or out.suffix != ".json")
    text = _as_yaml(made) if is_yaml else json.dumps(made, indent=2) + "\n"
    if out is None:
        write([text])
        return
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise DataFault(f"Cannot write {out}: {error.strerror}.") from None


def _as_yaml(document: object) -> str:
    import yaml  # slow to import

    text: str = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=100)
    return text
