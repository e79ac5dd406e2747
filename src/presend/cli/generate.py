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

UNFIT = 1  # exit code: rules do not fit the pack, or --check found that the pack is stale


@click.command(epilog=EXAMPLES["generate"])
@click.argument("spec")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder of the pack.")
@click.option("--name", metavar="PKG", help="Import name of the pack, a folder in --out; without it --out is the pack.")
@click.option("--schemas", metavar="A,B", help="Include these schemas, and what they reach.")
@click.option("--all", "every", is_flag=True, help="Include every schema, also those that no operation uses.")
@click.option(
    "--overlay",
    "overlays",
    multiple=True,
    type=click.Path(path_type=Path),
    help="OpenAPI Overlay to apply; may be given several times, and they apply in that order.",
)
@click.option("--allow-unsupported", is_flag=True, help="Leave out what cannot be enforced, with a warning.")
@click.option("--strict-responses", is_flag=True, help="Check responses strictly: no leniency.")
@click.option(
    "--one-of",
    type=click.Choice(["any", "exact"]),
    help="How many branches of a oneOf have to fit: at least one (any), or exactly one. The pack keeps it; at first "
    "it is any for an OpenAPI document, exact for a JSON Schema.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where the pack is stale.")
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
    """Make a pack from SPEC, for `--pack`: models and checks.

    SPEC is an OpenAPI document (3.0 to 3.2) or a JSON Schema document, YAML or JSON: a file or an https address.
    Without --schemas and --all the pack holds what operations send, and what they return where they succeed.
    """
    if schemas and every:
        raise usage("Give --schemas or --all, not both.")
    folder, import_name = folder_and_name(out, name)
    with codegen_running(spec):
        from presend_codegen.build import EVERY, build, recipe  # an extra
        from presend_codegen.emitting.write import differences, sweep, write  # the same
        from presend_codegen.passes.one_of import reading_of  # the same

        one_of = switches.pop("one_of") or reading_of(folder)
        roots = [EVERY] if every else [root.strip() for root in schemas.split(",")] if schemas else []
        with telling("presend generate: making the pack"):
            built = build(recipe(spec, overlays, roots, one_of=one_of, **switches))
        for doubt in built.doubts:
            click.echo(f"warning: {doubt}", err=True)
        stale = list(itertools.islice(differences(folder, built.files), None if check else 1))  # one is told from none
        if stale and not check:
            write(folder, built.files)
        elif not check:
            sweep(folder)
    if check:
        click.echo("\n".join(stale) if stale else f"{folder} is up to date.")
    else:
        click.echo("\n".join(lines_about(folder, built, import_name, is_new=bool(stale))))
        if one_of == "exact":
            click.echo("Exactly one branch of a oneOf has to fit; --one-of any asks for at least one.")
    fault = fault_of_rules(folder.resolve(), import_name, built.files["schemas.json"])
    if fault:
        click.echo(f"presend: {fault}", err=True)
    click.get_current_context().exit(UNFIT if fault or (stale and check) else 0)
