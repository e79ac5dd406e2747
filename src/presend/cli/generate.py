"""`presend generate`: make a pack from a spec. Codegen is an extra; this module imports it when the command runs."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import click

from presend.cli.console import codegen_running, usage
from presend.cli.help import EXAMPLES
from presend.cli.pack_lines import fault_of_rules, lines_about
from presend.cli.pack_names import folder_and_name
from presend.cli.progress import telling

UNFIT = 1  # exit code: rules do not fit the pack, or --check found that the pack is out of date


@click.command(epilog=EXAMPLES["generate"])
@click.argument("spec")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder of the pack.")
@click.option(
    "--name",
    metavar="PKG",
    help="Import name of the pack, which becomes a folder in --out. Without --name, --out itself is the pack.",
)
@click.option("--schemas", metavar="A,B", help="Include only these schemas and those that they refer to.")
@click.option("--all", "every", is_flag=True, help="Include every schema, even if no operation uses it.")
@click.option(
    "--overlay",
    "overlays",
    multiple=True,
    type=click.Path(path_type=Path),
    help="OpenAPI Overlay to apply. Repeat the option to apply several, in order.",
)
@click.option(
    "--allow-unsupported", is_flag=True, help="Warn about keywords that presend cannot enforce, and leave them out."
)
@click.option("--strict-responses", is_flag=True, help="Check responses as strictly as requests.")
@click.option(
    "--one-of",
    type=click.Choice(["any", "exact"]),
    help="How many branches of a oneOf must fit: at least one (any), or exactly one (exact). The pack keeps the "
    "setting. The default for a new pack is any for OpenAPI and exact for JSON Schema.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if the pack is out of date.")
def generate(  # noqa: PLR0913 - one parameter for each option
    *,
    spec: str,
    out: Path,
    name: str | None,
    schemas: str | None,
    every: bool,
    overlays: tuple[Path, ...],
    check: bool,
    **switches: Any,
) -> None:
    """Make a pack of models and checks from SPEC.

    SPEC is an OpenAPI document (3.0 to 3.2) or a JSON Schema document: a YAML or JSON file, or an https address. By
    default the pack has the schemas of requests and of successful responses. Use it with `--pack`.
    """
    if schemas and every:
        raise usage("Give --schemas or --all, not both.")
    folder, import_name = folder_and_name(out, name)
    with codegen_running(spec):
        from presend_codegen.build import EVERY, build, recipe  # an extra
        from presend_codegen.passes.one_of import reading_of  # the same

        one_of = switches.pop("one_of") or reading_of(folder)
        roots = [EVERY] if every else [root.strip() for root in schemas.split(",")] if schemas else []
        with telling("presend generate: making the pack"):
            built = build(recipe(spec, overlays, roots, one_of=one_of, **switches))
        for doubt in built.doubts:
            click.echo(f"warning: {doubt}", err=True)
        stale = _stale_files(folder, built.files, is_kept=check)
    if check:
        click.echo("\n".join(stale) if stale else f"{folder} is up to date.")
    else:
        click.echo("\n".join(lines_about(folder, built, import_name, is_new=bool(stale))))
        if one_of == "exact":
            click.echo("Exactly one branch of each oneOf must fit. To accept more, use --one-of any.")
    fault = fault_of_rules(folder.resolve(), import_name, built.files["schemas.json"])
    if fault:
        click.echo(f"presend: {fault}", err=True)
    click.get_current_context().exit(UNFIT if fault or (stale and check) else 0)


def _stale_files(folder: Path, files: dict[str, str], *, is_kept: bool) -> list[str]:
    """Return the files of a pack that differ from those in its folder, and write them unless the folder is kept."""
    from presend_codegen.emitting.write import differences, sweep, write  # an extra

    stale = list(itertools.islice(differences(folder, files), None if is_kept else 1))  # one is enough to write all
    if stale and not is_kept:
        write(folder, files)
    elif not is_kept:
        sweep(folder)
    return stale
