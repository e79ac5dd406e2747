"""`presend generate`: a pack from a spec. Codegen, which makes it, is an extra, imported when the command runs."""

from __future__ import annotations

import keyword
import os
import sys
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING

import click

from presend.cli.console import codegen_running, import_packs_from, usage
from presend.cli.help import EXAMPLES
from presend.cli.progress import telling
from presend.rule import RuleFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.build import Built

SRC = "src"  # a folder that is no part of an import name
UNFIT = 1  # the exit code where rules do not fit the pack, and of --check where the pack is not what the spec makes


@click.command(epilog=EXAMPLES["generate"])
@click.argument("spec")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder of the pack.")
@click.option("--name", metavar="PKG", help="Import name of the pack, a folder in --out; without it --out is the pack.")
@click.option("--schemas", metavar="A,B", help="Take these schemas, and what they reach.")
@click.option("--all", "every", is_flag=True, help="Take every schema, those of no operation too.")
@click.option(
    "--overlay",
    "overlays",
    multiple=True,
    type=click.Path(path_type=Path),
    help="OpenAPI Overlay to apply; may be given several times, and they apply in that order.",
)
@click.option("--allow-unsupported", is_flag=True, help="Leave out what cannot be enforced, with a warning.")
@click.option("--strict-responses", is_flag=True, help="Hold responses to all that SPEC says of them.")
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
    allow_unsupported: bool,
    strict_responses: bool,
    one_of: str | None,
    check: bool,
) -> None:
    """Make a pack from SPEC, for `--pack`: models and checks.

    SPEC is an OpenAPI document (3.0 to 3.2) or a JSON Schema document, YAML or JSON: a file or an https address.
    Without --schemas and --all the pack holds what operations send, and what they return where they succeed.
    """
    if schemas and every:
        raise usage("Give --schemas or --all, not both.")
    folder, import_name = _named(out, name)
    with codegen_running(spec):
        from presend_codegen.build import EVERY, build, recipe  # noqa: PLC0415 - an extra
        from presend_codegen.emitting.write import differences, sweep, write  # noqa: PLC0415 - the same
        from presend_codegen.passes.one_of import reading_of  # noqa: PLC0415 - the same

        one_of = one_of or reading_of(folder)
        roots = [EVERY] if every else [root.strip() for root in schemas.split(",")] if schemas else []
        with telling("presend generate: making the pack"):
            made_of = recipe(
                spec,
                overlays,
                roots,
                allow_unsupported=allow_unsupported,
                strict_responses=strict_responses,
                one_of=one_of,
            )
            built = build(made_of)
        for doubt in built.doubts:
            click.echo(f"warning: {doubt}", err=True)
        stale = list(differences(folder, built.files))
        if stale and not check:
            write(folder, built.files)
        elif not check:
            sweep(folder)
    if check:
        click.echo("\n".join(stale) if stale else f"{folder} is up to date.")
    else:
        click.echo("\n".join(_said(folder, built, import_name, is_new=bool(stale))))
        if one_of == "exact":
            click.echo("Exactly one branch of a oneOf has to fit; --one-of any asks for at least one.")
    fault = _fault_of_rules(folder.resolve(), import_name, built.files["schemas.json"])
    if fault:
        click.echo(f"presend: {fault}", err=True)
    click.get_current_context().exit(UNFIT if fault or (stale and check) else 0)


def _said(folder: Path, built: Built, import_name: str, *, is_new: bool) -> Iterator[str]:
    """Yield the lines about a pack that stands in its folder now."""
    apply = f"{built.rules} of OpenAI's rules apply" if built.rules else "none of OpenAI's rules applies"
    done = f"Wrote {len(built.files)} files to {folder}" if is_new else f"{folder} is up to date"
    yield f"{done}; {apply} (docs/packs.md)."
    yield from _behind(built)
    if built.left_out:
        many = f"{built.left_out} schema{'s' * (built.left_out > 1)}"
        yield f"Left out {many}, of error responses, webhooks or no operation; --all takes them."
    yield _named_by(folder.resolve(), import_name)


def _behind(built: Built) -> Iterator[str]:
    """Yield a line for each reason why rules of OpenAI's have a place in a pack and do not hold, with their names."""
    from presend_codegen.passes.travelling.today import REASONS  # noqa: PLC0415 - an extra

    if built.behind:
        yield f"{len(built.behind)} of OpenAI's rules stayed behind (docs/packs.md):"
    for reason, told in REASONS.items():
        if rules := [rule for rule, why in built.behind.items() if why == reason]:
            yield f"- {told}: {', '.join(rules)}."


def _fault_of_rules(folder: Path, import_name: str, schemas: str) -> str:
    """Return what is wrong with the rules that somebody wrote for the pack; nothing where they fit its schemas."""
    if not any((folder / place).exists() for place in ("rules.py", "rules")):
        return ""
    from presend.packs.own_rules import own_rules  # noqa: PLC0415 - `presend --help` need not wait for it
    from presend.packs.schema_texts import Schemas  # noqa: PLC0415 - the same

    root = str(folder.parents[import_name.count(".")])
    sys.path.insert(0, root)
    try:
        own_rules(import_name, Schemas(schemas.encode()))
    except RuleFault as fault:
        if not isinstance(fault.__cause__, ImportError):
            return str(fault)
        click.echo(f"warning: {fault}", err=True)  # where a hook runs, what the module imports may not be installed
    finally:
        sys.path.remove(root)
    return ""


def _named(out: Path, name: str | None) -> tuple[Path, str]:
    """Return the folder of the pack and its import name: the last part of the folder, and packages that it is in.

    A folder `src` holds what is imported: below it, all parts are the name.
    """
    parts = name.split(".") if name else [out.resolve().name]
    if not all(map(_is_importable, parts)):
        raise usage(f"Expected an import name, such as my_pack, got '{name or out.name}'. Give --name.")
    folder = out if not name or out.resolve().name == parts[-1] else out.joinpath(*parts)
    top = [folder.resolve(), *folder.resolve().parents][len(parts) - 1]
    to_src = _parts_below(folder.resolve(), _source(folder.resolve()))
    while (top.parent / "__init__.py").is_file() or len(parts) < len(to_src):  # a package inside of a package
        top = top.parent
        parts = [top.name, *parts]
    if owner := _owner(top, parts):
        text = f"'{'.'.join(parts)}' would not be found: 'import {parts[0]}' finds {owner}."
        raise usage(f"{text} Choose another name, with --out or --name.")
    return folder, ".".join(parts)


def _source(folder: Path) -> Path:
    """Return the folder `src` of the project in the working folder that a folder is in, else the one it stands in."""
    inside = (place for place in folder.parents if place != Path.cwd() and place.is_relative_to(Path.cwd()))
    return next((place for place in inside if place.name == SRC), folder.parent)


def _is_importable(part: str) -> bool:
    return part.isidentifier() and part.isascii() and not keyword.iskeyword(part)


def _parts_below(folder: Path, root: Path) -> tuple[str, ...]:
    """Return the parts of an import name by which a folder is found from another; none where they are no names."""
    parts = folder.relative_to(root).parts if folder.is_relative_to(root) else ()
    return parts if all(map(_is_importable, parts)) else ()


def _named_by(folder: Path, name: str) -> str:
    """Return what to give as --pack, as it is where the command runs."""
    from presend.packs.packages import place_of  # noqa: PLC0415 - `presend --help` need not wait for it

    def finds(name: str) -> bool:
        return bool(name) and Path(place_of(name) or "").resolve() == folder

    import_packs_from()
    told = f"Use it with --pack {name}"
    if finds(name):
        return f"{told}."
    root = os.path.relpath(folder.parents[name.count(".")])
    other = place_of(name)
    told += f", once its project is installed{' anew' * bool(other)} or PYTHONPATH={root} is set"
    here = ".".join(_parts_below(folder, Path.cwd()))
    return f"{told}; from this folder also with --pack {here}." if finds(here) else f"{told}."


def _owner(top: Path, parts: list[str]) -> str:
    """Return what has an import name already that is to belong to the folder `top`; nothing if nobody has it."""
    if parts[0] in sys.stdlib_module_names:
        return "a module of Python's standard library"
    found = util.find_spec(parts[0])
    if found is None or found.origin is None:  # None: folders without __init__.py, which give way to a package
        return ""
    if Path(found.origin).resolve().parent in (top, top.parent):  # itself, or a module, before which it comes
        return ""
    if len(parts) > 1:  # a package of one's own may be installed too
        return "" if (top / "__init__.py").is_file() else "an installed package"
    from presend.packs.packages import is_generated, place_of  # noqa: PLC0415 - `presend --help` need not wait for it

    is_pack = place_of(parts[0]) or is_generated(Path(found.origin).parent)  # an older copy, maybe without its JSON
    return "" if is_pack else "an installed package that is no pack"
