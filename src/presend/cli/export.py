"""`presend export`: the limits that a pack knows, for other tools."""

from __future__ import annotations

import json
from pathlib import Path

import click

from presend.cli.console import DataFault, pack_option, usage, write
from presend.cli.refusals import refusing


@click.command()
@click.argument("target", required=False)
@click.option("--as", "kind", required=True, type=click.Choice(["overlay", "jsonschema"]), help="What to write.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write this file, not standard output.")
@pack_option
@click.option("--warnings", is_flag=True, help="Include limits that are only warnings.")
def export(*, target: str | None, kind: str, out: Path | None, pack: str | None, warnings: bool) -> None:
    """Write the limits that a pack knows, for other tools.

    They are in standard keywords: `jsonschema` is one JSON Schema document, with TARGET one for payloads of that;
    `overlay` is an OpenAPI Overlay for the spec that the pack was made from.
    """
    from presend.packs.export import json_schema, overlay  # noqa: PLC0415 - `presend --help` need not wait for it
    from presend.packs.find import as_pack, find_pack  # noqa: PLC0415

    if target is not None and kind == "overlay":
        raise usage("TARGET is for --as jsonschema; an overlay is for a whole spec.")
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
    import yaml  # noqa: PLC0415 - slow to import

    text: str = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=100)
    return text
