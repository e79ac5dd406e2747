"""The public functions `check`, `validate` and `is_valid`.

The module is not called `check`: importing a submodule of that name would replace `presend.check`.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, overload

from presend.checking.find_problems import find_problems
from presend.checking.payload_proof import TEXT
from presend.checking.payloads import read, typed_fields
from presend.fastpath.construct import construct
from presend.fastpath.typed import REFUSED, is_derived, is_right, load, load_derived
from presend.fastpath.ways import data_builder, data_look, text_builder, text_look
from presend.packs.find import as_pack
from presend.packs.switches import UNSWITCHED, Switches
from presend.problems import InvalidPayload

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import TypeVar

    from pydantic import BaseModel

    from presend.packs.built_in import BuiltIn
    from presend.packs.pack import Pack
    from presend.problems import FoundProblems, Problem

    M = TypeVar("M", bound=BaseModel)
    Payload = Mapping[str, Any] | str | bytes | bytearray | BaseModel


def check(  # noqa: PLR0913 - the switches of a check
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
            a binary file object (its position is kept) or the SDK's `(filename, content[, content_type])`.
        pack: Import name or entry point of a pack. Default: the pack of a model class, else the built-in one.
        strict: Treat unknown members and integers written as decimals (256.0) as errors.
        enable: Ids of opt-in rules to apply (`observed.…`).
        ignore: Ids of rules to leave out; `observed` for all rules with that basis, `observed-before-2026-01-01` for
            those last observed before a date. Errors that prevent reading (`json.…`, `yaml.…`) are always reported.
        form: Read the payload as the fields of a `multipart/form-data` body: text becomes numbers, booleans or JSON
            where the schema declares them, `tags[]` is an item of `tags`, `a[b]` is a member of `a`.

    Returns:
        Problems of all severities, with line and column if the payload is JSON text.

    Raises:
        LookupError: The target, the pack or a rule is unknown; the text names the nearest ones.
        TypeError: `enable` or `ignore` is a single str, or `pack` neither a str nor a Pack.
        RuleFault: A custom rule of the pack cannot be applied, or failed.

    >>> import presend
    >>> for problem in presend.check("CreateRunRequest", '{"assistant_id": "asst_1", "max_prompt_tokens": 255}'):
    ...     print(problem.pointer, problem.rule, problem.line, problem.column)
    /max_prompt_tokens schema.minimum 1 28
    """
    pack, schema = _resolved(target, pack, form)
    require_known(pack, enable, ignore)
    switches = Switches(strict, enable, ignore) if strict or enable or ignore else UNSWITCHED
    return find_problems(pack, schema, payload, switches, form=form).problems


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
) -> FoundProblems:
    """Return the result of `check` in bounded memory; `bulk.Check` explains `most` and `softened`.

    The listed problems of a rule are the first `most` that the walk finds.
    """
    pack, schema = _resolved(target, pack, form)
    require_known(pack, enable, ignore)
    switches = Switches(strict, enable, ignore)
    return find_problems(pack, schema, payload, switches, form=form, most=most, softened=softened)


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

    Takes the same arguments as `check`. With a model class as target, type checkers infer the result type, and a
    subclass of yours returns its own instances. No default is filled in: `model_dump(exclude_unset=True)` gives the
    payload back.

    Raises:
        InvalidPayload: The payload has errors; `.problems` holds all of them.
        pydantic.ValidationError: The payload is valid, but a subclass of yours refuses it.
        LookupError: The target, the pack or a rule is unknown; the text names the nearest ones.
        TypeError: `enable` or `ignore` is a single str, or `pack` neither a str nor a Pack.
        RuleFault: A custom rule of the pack cannot be applied, or failed.

    >>> import presend
    >>> presend.validate("CreateMessageRequest", {"role": "user", "content": "Hello"}).content
    'Hello'
    """
    switches = Switches(strict, enable, ignore) if strict or enable or ignore or form else None
    if switches is None:
        try:
            return (text_builder if isinstance(payload, TEXT) else data_builder)(target, pack)(payload)
        except (ValueError, TypeError, RecursionError):
            pass  # not proved, but it may still be valid
    pack, schema = _resolved(target, pack, form)
    errors = _errors(pack, schema, payload, switches or UNSWITCHED, form=form)
    if errors:
        raise InvalidPayload(target if isinstance(target, str) else schema, errors)
    node = pack.node(schema)
    value = read(payload, node, form=form)
    value = typed_fields(node, value) if form else value
    if is_derived(target, pack):
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
    """Return whether a payload has no errors; the fastest of the three functions.

    Takes the same arguments as `check`. Warnings and notes do not count.

    Raises:
        LookupError: The target, the pack or a rule is unknown; the text names the nearest ones.
        TypeError: `enable` or `ignore` is a single str, or `pack` neither a str nor a Pack.
        RuleFault: A custom rule of the pack cannot be applied, or failed.

    >>> import presend
    >>> presend.is_valid("CreateModerationRequest", b'{"input": []}')
    False
    """
    if not (strict or enable or ignore or form):
        try:
            (text_look if isinstance(payload, TEXT) else data_look)(target, pack)(payload)
        except (ValueError, TypeError, RecursionError):  # TypeError also comes from an unhashable target
            return is_right(payload, *_resolved(target, pack, form))
        return True
    pack, schema = _resolved(target, pack, form)
    return not _errors(pack, schema, payload, Switches(strict, enable, ignore), form=form)


def _errors(pack: Pack, schema: str, payload: Any, switches: Switches, *, form: bool) -> list[Problem]:
    require_known(pack, switches.enable, switches.ignore)
    problems = find_problems(pack, schema, payload, switches, form=form).problems
    return [problem for problem in problems if problem.severity == "error"]


def _resolved(target: Any, pack: Any, form: bool) -> tuple[Pack, str]:
    """Return the pack and the name of the schema for a target."""
    try:
        return _resolved_once(target, pack, form)
    except TypeError:  # unhashable, so not cached: the error text is that of any unknown target
        found = as_pack(pack, target)
        return found, found.resolve(target, form=form)


@functools.lru_cache(maxsize=1024)  # each concrete path is a target of its own
def _resolved_once(target: Any, pack: Any, form: bool) -> tuple[Pack, str]:
    found = as_pack(pack, target)
    return found, found.resolve(target, form=form)


def require_known(pack: Pack | BuiltIn, enable: Collection[str], ignore: Collection[str]) -> None:
    """Raise `LookupError` if the pack lacks a rule that is named, and `TypeError` if a single id is passed."""
    if isinstance(enable, str) or isinstance(ignore, str):
        raise TypeError('Expected a collection of rule ids, such as ["unknown-key"], got a single str.')
    if enable or ignore:
        Switches(enable=enable, ignore=ignore).require_known(pack.known_rules)
