"""Remember settings for which the rules of an object found nothing; most requests differ only in their texts.

Decided 2026-12-01: a rule sees only its target. The members that a rule reads are recorded once. In an object with the
same member names, and the same values of the members that were read, the rule reads the same and again has no finding.
So the settings of a request are judged once. Rules that read a long text, or a list of objects such as messages, run
each time. Rules that share a look (`Rule.look`) run if the look does not settle the matter.

Only rules that are known to read nothing else are remembered (`Rule.is_known`). Rules of third-party packs are not.
"""

from __future__ import annotations

import marshal
import operator
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from presend.checking.rule_findings import RuleFinding, RulesOfPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.checking.rule_findings import ActiveRule, RuleFindings

SHAPES = 64  # sets of member names that are cached for each node
NAMES = 64  # members of an object whose names are cached
REMEMBERED = 128  # sets of setting values that are cached for each shape
LONGEST = 4096  # bytes of these values
LONG = 64  # code points; a longer text is not a setting
LONG_BYTES = 256  # as marshal writes it; any other longer value is not a setting
RESTLESS = 64  # changes of a member's value, after which it is not a setting
EXACT = 2  # the version of marshal's format in which equal bytes are the same JSON, and the same JSON is equal bytes


class _LookedAtError(Exception):
    """Raised if a rule reads an object in a way that cannot be recorded."""


class Watched(dict[str, Any]):
    """An object that records which of its members were read; reading all names is not recorded."""

    def __init__(self, members: dict[str, Any]) -> None:
        super().__init__(members)
        self.read: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        """Record a name, and return the member."""
        self.read.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> Any:
        self.read.add(name)
        return super().__getitem__(name)

    def __iter__(self) -> Any:  # defined, so that copying the dict calls `__getitem__`
        return super().__iter__()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise _LookedAtError

    __eq__ = __ne__ = __or__ = __ror__ = _refuse
    values = items = copy = pop = popitem = setdefault = update = _refuse
    __hash__ = None


class _State(NamedTuple):
    """Cached knowledge about objects with the same member names; replaced as a whole, for thread safety."""

    read: frozenset[str]  # names of the settings that some rule has read
    long: frozenset[str]  # names of members that are no settings
    values: Callable[[dict[str, Any]], Any]
    known: dict[bytes, tuple[ActiveRule, ...]]  # values of the settings → the rules that still have to run


class _Shape:
    """Objects with the same member names, and the rules for them."""

    def __init__(self, names: frozenset[str], rules: tuple[ActiveRule, ...]) -> None:
        awake = RulesOfPlace(tuple(one for one in rules if not one.needs or not names.isdisjoint(one.needs)))
        self.looks, self.others, self.rules = awake.looks, awake.others, awake.rules
        self.state = _state(frozenset(), frozenset())
        self.last: dict[str, Any] = {}  # the settings of the last object that was not cached
        self.changed: Counter[str] = Counter()  # how often each setting changed

    def learnt(self, value: dict[str, Any], state: _State, key: bytes) -> tuple[ActiveRule, ...]:
        """Return the rules to run for settings that are new, and cache the answer."""
        long = state.long | {name for name, member in value.items() if _is_long(member)} | self._restless(value, state)
        read: set[str] = set()
        asked = []
        for one in self.others:
            watched = Watched(value)
            if _is_silent(one, watched) and watched.read.isdisjoint(long) and _is_silent(one, value):
                read |= watched.read & value.keys()
            else:
                asked.append(one)
        if long != state.long or not read <= state.read:
            self.state = state = _state((state.read | read) - long, long)
            key = marshal.dumps(state.values(value), EXACT)
        if len(key) <= LONGEST:
            if len(state.known) >= REMEMBERED:
                state.known.clear()
            state.known[key] = tuple(asked)
        return tuple(asked)

    def _restless(self, value: dict[str, Any], state: _State) -> set[str]:
        """Return the names of members that change too often to be settings."""
        new = {name: value[name] for name in state.read}
        self.changed.update(name for name, member in new.items() if name in self.last and self.last[name] != member)
        self.last = new
        return {name for name, count in self.changed.items() if count > RESTLESS}


def _state(read: frozenset[str], long: frozenset[str]) -> _State:
    return _State(read, long, operator.itemgetter(*sorted(read)) if read else _nothing, {})


def _nothing(_: object) -> None:
    return None


def _is_long(member: Any) -> bool:
    """Return whether a member is too large for a setting: a long text, objects in a list, or many values."""
    if isinstance(member, str):
        return len(member) > LONG
    if isinstance(member, list) and any(isinstance(item, dict | list) for item in member):
        return True
    try:
        return len(marshal.dumps(member, EXACT)) > LONG_BYTES
    except ValueError:  # nested too deep
        return True


def _is_silent(one: ActiveRule, value: dict[str, Any]) -> bool:
    try:
        return next(iter(one.check(value)), None) is None
    except Exception:  # noqa: BLE001 - what looks at it in another way may raise anything
        return False


def _left(shape: _Shape, value: dict[str, Any]) -> tuple[ActiveRule, ...]:
    """Return the rules that have to run on an object, without those known to find nothing."""
    state = shape.state
    _, _, values, known = state
    try:
        key = marshal.dumps(values(value), EXACT)
    except ValueError:  # nested too deep
        return shape.others
    found = known.get(key)
    return shape.learnt(value, state, key) if found is None else found


class Memory:
    """The rules of an object schema, with a cache of settings for which they found nothing."""

    def __init__(self, rules: tuple[ActiveRule, ...]) -> None:
        self._rules = rules
        self._shapes: dict[tuple[str, ...], _Shape] = {}

    def prove(self, value: dict[str, Any], findings: RuleFindings) -> bool:
        """Run the rules on an object and keep their findings; always true."""
        names = tuple(value)
        shape = self._shapes.get(names)
        if shape is None:
            shape = self._new(names)
        rules = shape.others
        for look in shape.looks:
            if not look(value):
                rules = shape.rules
                break
        else:
            if rules:
                rules = _left(shape, value)
        for check, rule, _, _ in rules:
            for finding in check(value):
                findings.append(RuleFinding(value, (), rule, finding))
        return True

    def _new(self, names: tuple[str, ...]) -> _Shape:
        shape = _Shape(frozenset(names), self._rules)
        if len(names) <= NAMES:
            if len(self._shapes) >= SHAPES:
                self._shapes.clear()
            self._shapes[names] = shape
        return shape
