"""The command `presend sync`, for maintainers: compare a vendored spec with a newer one.

Codegen is an extra; this module imports it when the command runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import presend
from presend.cli.console import FOUND, DataFault, codegen_running, usage, write
from presend.schema.catalogue import require_rules

if TYPE_CHECKING:
    from presend.rule import Rule

_folder = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("new", required=False)
@click.option(
    "--sdk",
    "is_sdk",
    is_flag=True,
    help="Compare today's API with the installed openai package instead of NEW.",
)
@click.option(
    "--spec",
    default="spec",
    type=_folder,
    help="Folder of the spec: openapi.yaml, overlay.yaml, SOURCE.toml. `spec/today` is today's API.",
)
@click.option("--out", type=_folder, help="Folder of the pack (default: that of the spec).")
@click.option("--docs", default="docs", type=_folder, help="Folder of rules.md.")
@click.option("--format", "report", default="text", type=click.Choice(["text", "json"]), help="Format of the report.")
@click.option(
    "--write", "is_write", is_flag=True, help="Update the spec and regenerate the pack; on an error, change nothing."
)
@click.option("--revised", type=click.DateTime(["%Y-%m-%d"]), help="Date of NEW, which --write records.")
@click.option("--commit", default="unknown", help="Upstream revision of NEW, which --write records.")
@click.option(
    "--accept", metavar="RULE", multiple=True, help="Accept the changed sentences of RULE after you have read them."
)
@codegen_running()
def sync(*, new: str | None, report: str, is_sdk: bool, is_write: bool, accept: tuple[str, ...], **given: Any) -> None:
    """Compare a vendored spec with a newer one.

    NEW is a file, an https address, or REVISION:path. For the maintainers of presend, in a clone of its repository; to
    compare two specs, use `presend diff`.

    The report lists the differences, the rules whose sentences changed, new sentences that may state limits, and
    overlay actions that are no longer needed, have no target, or have another effect. Exits 1 if a person must decide.
    """
    from presend_codegen.source.record import BUILT_IN, Places, source_of  # an extra
    from presend_codegen.upstream.sync import sync as hold
    from presend_codegen.upstream.sync_reports import REPORTS, is_quiet
    from presend_codegen.upstream.take_over import Revision

    if is_sdk == bool(new):
        raise usage("Give either NEW, a newer spec, or --sdk.")
    if new is None:
        _sync_with_sdk(given["spec"], report)
        return
    _require_sync_options(given["spec"], given["revised"], accept, is_write=is_write)
    known = {spec.resolve(): place for spec, place in BUILT_IN.items()}
    out, pack = known.get(given["spec"].resolve(), BUILT_IN[Path("spec")])
    rules = presend.rules(pack)
    try:
        require_rules(accept, {rule.id for rule in rules})
    except LookupError as error:
        raise DataFault(str(error)) from None
    places = Places(given["spec"], given["out"] or out, given["docs"])
    if is_write and "api" in source_of(places):
        raise usage(f"--write updates only a fragment, and {places.spec} is a whole API. Leave out --write.")
    found = hold(new, places, rules)
    write(REPORTS[report](new, found))
    if not is_write:
        click.get_current_context().exit(0 if is_quiet(found) else FOUND)
    _take_over(found, places, Revision(given["revised"].date(), given["commit"], frozenset(accept)), rules)


def _require_sync_options(spec: Path, revised: object, accept: tuple[str, ...], *, is_write: bool) -> None:
    """Refuse a folder without a spec, and options whose partner is missing."""
    if not (spec / "openapi.yaml").is_file():
        raise usage(
            f"`presend sync` is for the maintainers of presend, in a clone of its repository: there is no "
            f"{spec / 'openapi.yaml'} here. To compare two specs, run `presend diff OLD NEW`."
        )
    if is_write and revised is None:
        raise usage("--write needs --revised YYYY-MM-DD, the date of NEW.")
    if accept and not is_write:
        raise usage("--accept needs --write.")


def _sync_with_sdk(spec: Path, report: str) -> None:
    """Report the additions in the installed openai package; exit 1 if they concern an operation of the pack."""
    from importlib.util import find_spec  # for this alone

    from presend.packs.find import find_pack
    from presend.packs.names import TODAY
    from presend_codegen.upstream.sdk import texts, unknown  # an extra
    from presend_codegen.upstream.sdk_reports import REPORTS, is_quiet

    place = find_spec("openai")
    if place is None or place.origin is None:
        raise usage("The openai package is not installed. Install the version to compare with: pip install openai.")
    package = Path(place.origin).parent
    record = spec / "today" / "sdk-digests.tsv"
    known = unknown(package, find_pack(TODAY))
    said = texts(package, record.read_text("utf-8")) if record.is_file() else None
    write(REPORTS[report](known, said))
    click.get_current_context().exit(0 if is_quiet(known, said) else FOUND)


def _take_over(found: Any, places: Any, revision: Any, rules: tuple[Rule, ...]) -> None:
    """Write the result of a sync, and report what was written and what is left to do."""
    from presend_codegen.upstream.built import lost_targets  # an extra
    from presend_codegen.upstream.take_over import left_open, take_over

    for path in take_over(found, places, revision):
        click.echo(f"wrote {path}", err=True)
    waiting = {one.source for one in left_open(found, revision.accepted)}
    if waiting:
        click.echo(f"open: {len(waiting)} sentences that rules depend on, see above and docs/updates.md", err=True)
    for rule, target in lost_targets(places.out, rules):
        click.echo(f"lost: {rule} has the target {target}, which the pack does not have", err=True)
