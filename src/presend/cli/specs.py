"""The commands about specs. Most need the extra `codegen`; they import it only when they run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import presend
from presend.cli.console import DataFault, codegen_running, import_packs_from, pack_option, usage, write
from presend.cli.progress import telling
from presend.rule import PackFault
from presend.schema.catalogue import require_rules

if TYPE_CHECKING:
    from presend.rule import Rule

FOUND = 1
FAIL_ON = {  # how --fail-on spells it → the kind of differences, the worst first, as codegen has them
    "breaking": "breaking",
    "unproven": "unproven",
    "compatible": "compatible",
    "text": "text only",
}
FORMATS = ("text", "json", "markdown")

_folder = click.Path(file_okay=False, path_type=Path)
_format = click.option("--format", "report", default="text", type=click.Choice(FORMATS), help="Format of the report.")


@click.command()
@click.argument("old")
@click.argument("new")
@_format
@click.option(
    "--fail-on",
    default="unproven",
    show_default=True,
    type=click.Choice([*FAIL_ON]),
    help="Exit 1 from here on; by default wherever no proof says that it is compatible. `text` is what reports call "
    "`text only`, and `text_only` in JSON's summary.",
)
@click.option("--texts/--no-texts", default=True, help="Tell what differs in words alone as well.")
@click.option(
    "--one-of",
    type=click.Choice(["any", "exact"]),
    help="How many branches of a oneOf have to fit in a spec: at least one (any), or exactly one. By default as the "
    "pack that it is compared with has it, and any beside another spec.",
)
@codegen_running()
def diff(  # noqa: PLR0913 - one parameter for each option
    *, old: str, new: str, report: str, fail_on: str, texts: bool, one_of: str | None
) -> None:
    """Tell what changes from OLD to NEW, and show it.

    It shows what it can with a payload. OLD and NEW are a spec (YAML or JSON; a file or an https address), the import
    name of a pack, or REVISION:path, a file as git has it.
    """
    from presend_codegen.comparing.diff import differences, on_one_of  # noqa: PLC0415 - an extra
    from presend_codegen.comparing.difference import CLASSES  # noqa: PLC0415
    from presend_codegen.comparing.read_side import read_side  # noqa: PLC0415
    from presend_codegen.comparing.reports import REPORTS  # noqa: PLC0415
    from presend_codegen.comparing.side import unlike  # noqa: PLC0415

    import_packs_from()
    with telling("presend diff: comparing"):
        sides = read_side(old, one_of), read_side(new, one_of)
        found = differences(*sides, with_texts=texts)
    write(REPORTS[report](old, new, found, on_one_of(*sides)))
    if names := unlike(*sides):
        click.echo(f"not compared, though they differ: {', '.join(names)}", err=True)
    failing = CLASSES[: CLASSES.index(FAIL_ON[fail_on]) + 1]
    click.get_current_context().exit(FOUND if any(one.kind in failing for one in found) else 0)


@click.command()
@click.argument("new", required=False)
@click.option(
    "--sdk",
    "is_sdk",
    is_flag=True,
    help="Hold the pack of today's API against the openai package that is installed, in place of NEW.",
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
    "--write", "is_write", is_flag=True, help="Take the new facts over and make the pack anew; all or nothing."
)
@click.option("--revised", type=click.DateTime(["%Y-%m-%d"]), help="Date of NEW, which --write notes.")
@click.option("--commit", default="unknown", help="Revision of NEW upstream, which --write notes.")
@click.option("--accept", metavar="RULE", multiple=True, help="A rule that was read anew: note its new sentences.")
@codegen_running()
def sync(*, new: str | None, report: str, is_sdk: bool, is_write: bool, accept: tuple[str, ...], **given: Any) -> None:
    """Hold a vendored spec against NEW, a newer one.

    NEW is a file, an https address, or REVISION:path. For the maintainers of presend, in a clone of its repository; to
    compare two specs, use `presend diff`.

    Tells what differs, which rules rest on sentences that changed, which new sentences sound like limits, and which
    actions of the overlay are needless, miss or do something else now. Exits 1 where something of it needs a person.
    """
    from presend_codegen.source.record import BUILT_IN, Places, source_of  # noqa: PLC0415 - an extra
    from presend_codegen.upstream.sync import sync as hold  # noqa: PLC0415
    from presend_codegen.upstream.sync_reports import REPORTS, is_quiet  # noqa: PLC0415
    from presend_codegen.upstream.take_over import Revision  # noqa: PLC0415

    if is_sdk == bool(new):
        raise usage("Give NEW, a newer spec, or --sdk, one of them.")
    if new is None:
        _sync_with_sdk(given["spec"], report)
        return
    if not (given["spec"] / "openapi.yaml").is_file():
        raise usage(
            f"`presend sync` is for the maintainers of presend, in a clone of its repository: there is no "
            f"{given['spec'] / 'openapi.yaml'} here. To compare two specs, run `presend diff OLD NEW`."
        )
    if is_write and given["revised"] is None:
        raise usage("--write needs --revised YYYY-MM-DD, the date of NEW.")
    if accept and not is_write:
        raise usage("--accept says what --write has to note: give both.")
    known = {spec.resolve(): place for spec, place in BUILT_IN.items()}
    out, pack = known.get(given["spec"].resolve(), BUILT_IN[Path("spec")])
    rules = presend.rules(pack)
    try:
        require_rules(accept, {rule.id for rule in rules})
    except LookupError as error:
        raise DataFault(str(error)) from None
    places = Places(given["spec"], given["out"] or out, given["docs"])
    if is_write and "api" in source_of(places):
        raise usage(f"--write takes over a fragment; {places.spec} is a whole API. Leave --write out for the report.")
    found = hold(new, places, rules)
    write(REPORTS[report](new, found))
    if not is_write:
        click.get_current_context().exit(0 if is_quiet(found) else FOUND)
    _take_over(found, places, Revision(given["revised"].date(), given["commit"], frozenset(accept)), rules)


def _sync_with_sdk(spec: Path, report: str) -> None:
    """Tell what the installed openai package knows more, and exit 1 where that is something of an operation we have."""
    from importlib.util import find_spec  # noqa: PLC0415 - for this alone

    from presend.packs.find import find_pack  # noqa: PLC0415
    from presend.packs.names import TODAY  # noqa: PLC0415
    from presend_codegen.upstream.sdk import texts, unknown  # noqa: PLC0415 - an extra
    from presend_codegen.upstream.sdk_reports import REPORTS, is_quiet  # noqa: PLC0415

    place = find_spec("openai")
    if place is None or place.origin is None:
        raise usage("There is no openai package here. Install the one to hold the pack against: pip install openai.")
    package = Path(place.origin).parent
    record = spec / "today" / "sdk-digests.tsv"
    known = unknown(package, find_pack(TODAY))
    said = texts(package, record.read_text("utf-8")) if record.is_file() else None
    write(REPORTS[report](known, said))
    click.get_current_context().exit(0 if is_quiet(known, said) else FOUND)


def _take_over(found: Any, places: Any, revision: Any, rules: tuple[Rule, ...]) -> None:
    """Take a sync over, and tell what was written and what is left to do."""
    from presend_codegen.upstream.built import lost_targets  # noqa: PLC0415 - an extra
    from presend_codegen.upstream.take_over import left_open, take_over  # noqa: PLC0415

    for path in take_over(found, places, revision):
        click.echo(f"wrote {path}", err=True)
    waiting = {one.source for one in left_open(found, revision.accepted)}
    if waiting:
        click.echo(f"open: {len(waiting)} sentences that rules rest on, see above and docs/updates.md", err=True)
    for rule, target in lost_targets(places.out, rules):
        click.echo(f"lost: {rule} has the target {target}, which the pack does not have", err=True)


@click.command()
@click.argument("target", required=False)
@click.option("--as", "kind", required=True, type=click.Choice(["overlay", "jsonschema"]), help="What to write.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write this file, not standard output.")
@pack_option
@click.option("--warnings", is_flag=True, help="What is only a warning is a limit too.")
def export(*, target: str | None, kind: str, out: Path | None, pack: str | None, warnings: bool) -> None:
    """Write the limits that a pack knows, for other tools.

    They are in standard keywords: `jsonschema` is one JSON Schema document, with TARGET one for payloads of that;
    `overlay` is an OpenAPI Overlay for the spec that the pack was made from.
    """
    from presend.packs.export import json_schema, overlay  # noqa: PLC0415 - `presend --help` need not wait for it
    from presend.packs.find import as_pack, find_pack  # noqa: PLC0415

    if target is not None and kind == "overlay":
        raise usage("TARGET is for --as jsonschema; an overlay is for a whole spec.")
    try:
        chosen = find_pack(pack) if target is None else as_pack(pack, target)
        is_overlay = kind == "overlay"
        made = overlay(chosen, warnings=warnings) if is_overlay else json_schema(chosen, target, warnings=warnings)
    except (LookupError, PackFault) as error:
        if isinstance(error, KeyError | IndexError):
            raise  # ours, not the user's
        raise DataFault(str(error)) from None
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


COMMANDS: tuple[click.Command, ...] = (diff, sync, export)
