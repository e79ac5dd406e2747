"""The public functions `check`, `validate` and `is_valid`.

The module is not called `check`: importing a submodule of that name would replace `presend.check`.
"""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Any, overload

from presend.checking.ahead import TEXT, proved
from presend.checking.apply_rules import add_rule_findings
from presend.checking.collector import Report
from presend.checking.payloads import read, salvage, told_of
from presend.checking.walk import examine
from presend.fastpath.construct import construct
from presend.fastpath.typed import REFUSED, is_derived, is_refused, load, load_derived
from presend.fastpath.ways import data_builder, data_look, text_builder, text_look
from presend.packs.find import as_pack
from presend.packs.rule_groups import ignored
from presend.problems import Finding, InvalidPayload, More, Problem, Told
from presend.reading.json_depth import is_deep, is_nested
from presend.reading.json_faults import JsonFault
from presend.reading.json_places import locate
from presend.reading.json_text import parse_deep
from presend.reading.python_values import FOLLOWED, NotPlain, is_too_deep, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import TypeVar

    from pydantic import BaseModel

    from presend.packs.built_in import BuiltIn
    from presend.packs.pack import Pack
    from presend.problems import Path
    from presend.reading.json_tokens import Text
    from presend.schema.nodes import Node

    M = TypeVar("M", bound=BaseModel)
    Payload = Mapping[str, Any] | str | bytes | bytearray | BaseModel

DEEP = Finding(
    f"Expected at most {FOLLOWED} levels of nesting, got more than can be checked. Flatten the payload.",
    "invalid_json",
)
NOTHING = Told()


def check(  # noqa: PLR0913 - the switches of a validator
    target: str | type[BaseModel],
    payload: Payload,
    *,
    pack: str | Pack | BuiltIn | None = None,
    strict: bool = False,
    enable: Collection[str] = (),
    ignore: Collection[str] = (),
    form: bool = False,
) -> tuple[Problem, ...]:
    """Return every problem of a payload, ordered by path and then by rule.

    Args:
        target: Name of a schema (`CreateRunRequest`), its model class, or an operation
            (`POST /threads/{thread_id}/runs`; a concrete path or its operationId does too).
        payload: A mapping, JSON text (`str` or UTF-8 `bytes`), or a model. A file field takes bytes, a path object,
            a binary file object (left where it was) or the SDK's `(filename, content[, content_type])`.
        pack: Import name or entry point of a generated pack; without it that of a model class, else the built-in
            OpenAI one.
        strict: Treat unknown members and integers written as decimals (256.0) as errors.
        enable: Ids of opt-in rules to hear as well (`observed.…`).
        ignore: Ids of rules not to hear; `observed` for all that rest on what the API was seen to do, and
            `observed-before-2026-01-01` for those that were last seen before a date. What keeps a payload from being
            read at all (`json.…`, and of files `yaml.…`) is always told.
        form: Read the payload as the fields of a `multipart/form-data` body: text as numbers, booleans or JSON where
            the schema wants them, `tags[]` as items of `tags`, `a[b]` as a member of `a`.

    Returns:
        Problems of all severities. Those of JSON text carry line and column.

    Raises:
        LookupError: The target, the pack or a rule is unknown; the text names the nearest ones.
        TypeError: `enable` or `ignore` is a single str, or `pack` neither a str nor a Pack.
        RuleFault: A rule that somebody wrote for the pack cannot be applied, or failed.

    >>> import presend
    >>> for problem in presend.check("CreateRunRequest", '{"assistant_id": "asst_1", "max_prompt_tokens": 255}'):
    ...     print(problem.pointer, problem.rule, problem.line, problem.column)
    /max_prompt_tokens schema.minimum 1 28
    """
    return examined(target, payload, pack=pack, strict=strict, enable=enable, ignore=ignore, form=form).problems


def examined(  # noqa: PLR0913 - the same switches
    target: str | type[BaseModel],
    payload: Any,
    *,
    pack: str | Pack | BuiltIn | None = None,
    strict: bool = False,
    enable: Collection[str] = (),
    ignore: Collection[str] = (),
    form: bool = False,
    most: int | None = None,
    softened: Collection[str] = (),
) -> Told:
    """Do as `check`, in memory that does not grow with what is found: see `bulk.Check` for `most` and `softened`.

    The first `most` problems of a rule are listed, as the walk comes to them.
    """
    pack, schema = _found(target, pack, form)
    require_known(pack, enable, ignore)
    node, enabled = pack.node(schema), frozenset(enable)
    ahead = None if form else proved(node, payload, enabled)
    if ahead is not None and not ahead.heard:
        return NOTHING
    report = Report(
        pack.rules,
        enabled,
        strict,
        schema in pack.responses,
        form,
        takes_unknown_below=node.takes_unknown_below,
        most=most,
        whole=frozenset((*ignore, *softened)),
    )
    if ahead is not None:
        add_rule_findings(ahead.heard, ahead.value, (), report)
        text = payload if isinstance(payload, TEXT) else None
        return _heard(report, pack, ignored(ignore, pack.rules), text, [])
    try:
        text, value, told = salvage(payload, node, report)
    except JsonFault as fault:
        return Told((told_of(fault),))
    except NotPlain as fault:
        report.add(fault.finding, (), "", "json.not-json")
        return Told(tuple(problem for _, problem in report.found))
    if _is_beyond(node, text, value):
        report.add(DEEP, (), "", "json.too-deep")
    else:
        try:
            examine(node, _as_sent(node, value) if form else value, (), report)
        except RecursionError:  # where the caller has left hardly a call to make
            report.add(DEEP, (), "", "json.too-deep")
    if not (report.found or report.counted or told):
        return NOTHING
    return _heard(report, pack, ignored(ignore, pack.rules), text, told)


def _heard(
    report: Report, pack: Pack, silent: Collection[str], text: Text | None, told: list[tuple[Path, Problem]]
) -> Told:
    """Return what a report has found but for what nobody is to hear, in order, each problem at its place in a text."""
    found = [entry for entry in report.found if _is_heard(entry[1], pack, silent)]
    counted = [one for one in report.counted.values() if _is_heard(one.first, pack, silent)]
    firsts = [(one.path, one.first) for one in counted]
    if text is not None and found:
        places = locate(text, {path for path, _ in (*found, *firsts)})
        found, firsts = ([(path, _placed(p, places[path])) for path, p in some] for some in (found, firsts))
    problems = tuple(problem for _, problem in sorted([*found, *told], key=_order))
    return Told(problems, tuple(More(first, one.count) for (_, first), one in zip(firsts, counted, strict=True)))


def _placed(problem: Problem, place: tuple[int, int]) -> Problem:
    line, column = place
    return dataclasses.replace(problem, line=line, column=column)


@overload
def validate(
    target: type[M],
    payload: Payload,
    *,
    pack: str | Pack | BuiltIn | None = None,
    strict: bool = False,
    enable: Collection[str] = (),
    ignore: Collection[str] = (),
    form: bool = False,
) -> M: ...
@overload
def validate(
    target: str,
    payload: Payload,
    *,
    pack: str | Pack | BuiltIn | None = None,
    strict: bool = False,
    enable: Collection[str] = (),
    ignore: Collection[str] = (),
    form: bool = False,
) -> BaseModel: ...
def validate(  # noqa: PLR0913 - the same switches
    target: str | type[BaseModel],
    payload: Payload,
    *,
    pack: str | Pack | BuiltIn | None = None,
    strict: bool = False,
    enable: Collection[str] = (),
    ignore: Collection[str] = (),
    form: bool = False,
) -> Any:
    """Return a payload as the typed model of its schema, or raise.

    Takes the same arguments as `check`; given a model class, a type checker knows the result. Nothing is filled in:
    `model_dump(exclude_unset=True)` of the result is the payload. A class of your own that derives from a model is what
    comes back, and may ask for more.

    Raises:
        InvalidPayload: The payload has errors; `.problems` holds all of them.
        pydantic.ValidationError: A class of your own asks for more than the model that it derives from.
        LookupError: The target, the pack or a rule is unknown; the text names the nearest ones.
        TypeError: `enable` or `ignore` is a single str, or `pack` neither a str nor a Pack.
        RuleFault: A rule that somebody wrote for the pack cannot be applied, or failed.

    >>> import presend
    >>> presend.validate("CreateMessageRequest", {"role": "user", "content": "Hello"}).content
    'Hello'
    """
    switched = bool(strict or enable or ignore or form)
    if not switched:
        try:
            return (text_builder if isinstance(payload, TEXT) else data_builder)(target, pack)(payload)
        except (ValueError, TypeError, RecursionError):
            pass  # it may be right all the same
    pack, schema = _found(target, pack, form)
    derived = is_derived(target, pack)
    if not switched and not derived and (model := _model_of(payload, pack, schema)) is not REFUSED:
        return model
    problems = check(target, payload, pack=pack, strict=strict, enable=enable, ignore=ignore, form=form)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise InvalidPayload(target if isinstance(target, str) else schema, errors)
    node = pack.node(schema)
    value = read(payload, node, form=form)
    value = _as_sent(node, value) if form else value
    if derived:
        return load_derived(target, value)
    model = load(pack, schema, value)
    return construct(pack, node, value) if model is REFUSED else model


def is_valid(  # noqa: PLR0913 - the same switches
    target: str | type[BaseModel],
    payload: Payload,
    *,
    pack: str | Pack | BuiltIn | None = None,
    strict: bool = False,
    enable: Collection[str] = (),
    ignore: Collection[str] = (),
    form: bool = False,
) -> bool:
    """Return whether a payload has no errors; the quickest of the three.

    Takes the same arguments as `check`; warnings and notes do not count.

    Raises:
        LookupError: The target, the pack or a rule is unknown; the text names the nearest ones.
        TypeError: `enable` or `ignore` is a single str, or `pack` neither a str nor a Pack.
        RuleFault: A rule that somebody wrote for the pack cannot be applied, or failed.

    >>> import presend
    >>> presend.is_valid("CreateModerationRequest", b'{"input": []}')
    False
    """
    if not (strict or enable or ignore or form):
        try:
            (text_look if isinstance(payload, TEXT) else data_look)(target, pack)(payload)
        except (ValueError, TypeError, RecursionError):  # TypeError: also of a target that no cache can hold
            return _model_of(payload, *_found(target, pack, form)) is not REFUSED
        return True
    problems = check(target, payload, pack=pack, strict=strict, enable=enable, ignore=ignore, form=form)
    return not any(problem.severity == "error" for problem in problems)


def _as_sent(node: Node, form: Any) -> Any:
    """Return the fields of a form with their text as what it stands for."""
    from presend.checking.forms import from_text  # for forms alone

    return from_text(node, form) if isinstance(form, dict) else form


def _is_beyond(node: Node, text: str | bytes | bytearray | None, value: Any) -> bool:
    """Say whether a payload is nested deeper than it is checked, by a schema that sets no end to it."""
    is_so = is_too_deep(value, FOLLOWED) if text is None else is_deep(text, value, FOLLOWED)
    return is_so and node.holds_itself  # in this order: the latter asks all that the schema reaches


def _model_of(payload: Any, pack: Pack, schema: str) -> Any:
    """Return a payload as a model, or `REFUSED` where it has errors."""
    node = pack.node(schema)
    text = payload if isinstance(payload, TEXT) else None
    try:
        value = plain(payload, node.files) if text is None else parse_deep(text)
    except (JsonFault, NotPlain):
        return REFUSED
    if is_refused(pack, schema, value) or (text is not None and is_nested(text)) or _is_beyond(node, text, value):
        return REFUSED
    return load(pack, schema, value)


def _found(target: Any, pack: Any, form: bool) -> tuple[Pack, str]:
    """Return the pack and the schema that a target means."""
    try:
        return _found_once(target, pack, form)
    except TypeError:  # of a target, or a pack, that no cache can hold: as of one that is none
        found = as_pack(pack, target)
        return found, found.resolve(target, form=form)


@functools.lru_cache(maxsize=1024)  # a concrete path is a target as well
def _found_once(target: Any, pack: Any, form: bool) -> tuple[Pack, str]:
    found = as_pack(pack, target)
    return found, found.resolve(target, form=form)


def _is_heard(problem: Problem, pack: Pack, ignore: Collection[str]) -> bool:
    if problem.severity == "error" and problem.rule.startswith("json."):
        return True  # what cannot be read is not known to be right
    rule = pack.rules.get(problem.rule)
    behind = rule.behind if rule else None
    return problem.rule not in ignore and (behind is None or behind in ignore)


def _order(entry: tuple[Path, Problem]) -> tuple[list[tuple[bool, str | int]], str, str]:
    path, problem = entry
    steps = [(isinstance(step, str), step) for step in path]  # of a name that comes twice, a place can hold both kinds
    return steps, problem.rule, problem.message


def require_known(pack: Pack | BuiltIn, enable: Collection[str], ignore: Collection[str]) -> None:
    """Raise `LookupError` unless a pack knows all rules that switches name, and `TypeError` for a single id."""
    if isinstance(enable, str) or isinstance(ignore, str):
        raise TypeError('Expected a collection of rule ids, such as ["unknown-key"], got a single str.')
    if enable or ignore:
        from presend.packs.switches import Switches  # most checks name no rule

        Switches(enable=enable, ignore=ignore).require_known(pack.known_rules)
