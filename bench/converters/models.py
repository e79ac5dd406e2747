"""The models that each converter is given: one thing a model that strict mode finds hard, and values of each.

A value is JSON as the model reads it, with every member that it has. Where one instance can be written in more than one
way, the ways stand side by side, and a converter has to leave room for one of them: strict mode has no absent members,
so null stands for one.

This module is imported in each converter's own environment: it needs pydantic alone. It has no postponed annotations,
because pydantic reads them.
"""

import dataclasses
import datetime as dt
import decimal
import enum
import pathlib
import uuid
from typing import Annotated, Any, Generic, Literal, NamedTuple, NotRequired, Optional, TypeVar

from pydantic import AnyUrl, BaseModel, ConfigDict, Field, RootModel, computed_field
from pydantic.dataclasses import dataclass
from typing_extensions import TypedDict

Item = TypeVar("Item")


class Colour(enum.StrEnum):
    red = "red"
    blue = "blue"


class Size(enum.IntEnum):
    small = 1
    large = 2


class Card(BaseModel):
    kind: Literal["card"]
    digits: str


class Transfer(BaseModel):
    kind: Literal["transfer"]
    bank: str | None = None


class Cash(BaseModel):
    kind: Literal["cash"] = "cash"
    coins: int = 1


class Voucher(BaseModel):
    kind: Literal["voucher"] = "voucher"
    code: str | None = None


class Place(BaseModel):
    street: str
    floor: int | None = None


class Plain(BaseModel):
    name: str
    count: int
    price: float
    open: bool


class OptionalNull(BaseModel):
    note: str | None = None


class RequiredNull(BaseModel):
    note: str | None


class DefaultNumber(BaseModel):
    limit: int = 5


class TaggedUnion(BaseModel):
    pay: Annotated[Card | Transfer, Field(discriminator="kind")]


class DefaultTags(BaseModel):
    pay: Annotated[Cash | Voucher, Field(discriminator="kind")]


class TaggedUnionOrNull(BaseModel):
    pay: Annotated[Card | Transfer, Field(discriminator="kind")] | None = None


class TaggedUnionList(BaseModel):
    pays: list[Annotated[Card | Transfer, Field(discriminator="kind")]]


class PlainUnion(BaseModel):
    what: int | str | Place


class OpenMap(BaseModel):
    scores: dict[str, int]


class MapOfModels(BaseModel):
    places: dict[str, Place]


class Anything(BaseModel):
    extra: Any


class BareList(BaseModel):
    found: list  # type: ignore[type-arg]


class Money(BaseModel):
    amount: decimal.Decimal


class Times(BaseModel):
    at: dt.datetime
    day: dt.date
    span: dt.timedelta


class ClockTime(BaseModel):
    opens: dt.time


class Identifier(BaseModel):
    number: uuid.UUID


class Bytes(BaseModel):
    blob: bytes


class Pair(BaseModel):
    pair: tuple[int, str]


class Sequence(BaseModel):
    numbers: tuple[int, ...]


class Tags(BaseModel):
    tags: set[str]


class LiteralNumbers(BaseModel):
    stars: Literal[1, 2, 3]


class LiteralMixed(BaseModel):
    level: Literal["low", "high", 0]


class Enums(BaseModel):
    colour: Colour
    size: Size


class Tree(BaseModel):
    value: int
    children: list["Tree"] = []


class Chain(BaseModel):
    value: int
    rest: Optional["Chain"] = Field(default=None, description="What comes after it.")


class DescribedList(BaseModel):
    value: int
    more: "list[DescribedList]" = Field(description="What stands below it.")


class Page(BaseModel, Generic[Item]):
    found: list[Item]
    total: int


class ListRoot(RootModel[list[int]]):
    pass


class UnionRoot(RootModel[Annotated[Card | Transfer, Field(discriminator="kind")]]):
    pass


class Computed(BaseModel):
    width: int
    height: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def area(self) -> int:
        return self.width * self.height


class Aliased(BaseModel):
    from_: str = Field(alias="from")
    till: str = Field(validation_alias="to", serialization_alias="until")


class Record(TypedDict):
    """A record of a sale."""

    number: int
    note: NotRequired[str]


class HoldsRecord(BaseModel):
    record: Record


@dataclasses.dataclass
class Point:
    x: float
    y: float = 0.0


@dataclass
class PydanticPoint:
    x: float
    place: Place


class Bounds(BaseModel):
    code: Annotated[str, Field(min_length=2, max_length=5)]
    even: Annotated[int, Field(gt=0, le=100, multiple_of=2)]
    share: Annotated[float, Field(ge=0, lt=1)]
    names: Annotated[list[str], Field(min_length=1, max_length=3)]
    sign: Annotated[str, Field(pattern="^[A-Z]{2}[0-9]+$")]


class Lookahead(BaseModel):
    model_config = ConfigDict(regex_engine="python-re")
    secret: Annotated[str, Field(pattern="^(?=.*[0-9])[a-z0-9]{4,}$")]


class DescribedReference(BaseModel):
    colour: Colour = Field(description="The colour of the door.")
    place: Place = Field(description="Where the door is.")


class ReferenceDefault(BaseModel):
    colour: Colour = Colour.red


class ModelDefault(BaseModel):
    place: Place = Place(street="Elm")


class Extra(BaseModel):
    model_config = ConfigDict(extra="allow")
    name: str


class Link(BaseModel):
    url: AnyUrl


class File(BaseModel):
    path: pathlib.Path


class Keywords(BaseModel):
    title: str
    type: str
    properties: str
    required: bool
    items: list[str]
    default: str | None = None


class Empty(BaseModel):
    pass


class NullBesideDefault(BaseModel):
    limit: int | None = 5


class Nested(BaseModel):
    first: Place
    second: Place | None = None
    rest: list[Place] = []


class TwoLines(BaseModel):
    ending: Literal["one", "two\nlines"]


class Case(NamedTuple):
    """A model, what is hard about it, and values of it, each in all the ways it can be written."""

    about: str
    source: Any
    values: tuple[tuple[Any, ...], ...]
    sayable: bool = True  # strict mode has a schema that means the same, where need be with one member around it


CARD, TRANSFER = {"kind": "card", "digits": "42"}, {"kind": "transfer", "bank": None}
PLACE, LOFT = {"street": "Elm", "floor": None}, {"street": "Oak", "floor": 3}
LEAF = {"value": 2, "children": []}


def _case(about: str, source: Any, *values: Any, sayable: bool = True) -> Case:
    return Case(about, source, tuple(value if isinstance(value, tuple) else (value,) for value in values), sayable)


CASES = (
    _case("strings, numbers, booleans", Plain, {"name": "a", "count": 1, "price": 0.5, "open": True}),
    _case("optional, default null", OptionalNull, {"note": None}, {"note": "a"}),
    _case("required, may be null", RequiredNull, {"note": None}, {"note": "a"}),
    _case("optional, default 5", DefaultNumber, {"limit": 5}, {"limit": 7}),
    _case("may be null, default 5", NullBesideDefault, {"limit": None}, {"limit": 5}, {"limit": 7}),
    _case(
        "models in models",
        Nested,
        {"first": LOFT, "second": PLACE, "rest": [PLACE]},
        {"first": PLACE, "second": None, "rest": []},
    ),
    _case("no fields", Empty, {}),
    _case("discriminated union", TaggedUnion, {"pay": CARD}, {"pay": TRANSFER}),
    _case(
        "discriminated union, tags with defaults",
        DefaultTags,
        {"pay": {"kind": "cash", "coins": 1}},
        {"pay": {"kind": "voucher", "code": None}},
    ),
    _case("discriminated union or null", TaggedUnionOrNull, {"pay": None}, {"pay": CARD}),
    _case("list of discriminated unions", TaggedUnionList, {"pays": [CARD, TRANSFER]}),
    _case("plain union", PlainUnion, {"what": 1}, {"what": "a"}, {"what": PLACE}),
    _case("dict of integers", OpenMap, {"scores": {}}, {"scores": {"a": 1}}, sayable=False),
    _case("dict of models", MapOfModels, {"places": {"a": PLACE}}, sayable=False),
    _case("Any", Anything, {"extra": 1}, {"extra": [1]}, {"extra": {"a": "b"}}, sayable=False),
    _case("list of anything", BareList, {"found": []}, {"found": [1, "a"]}, sayable=False),
    _case("extra fields allowed", Extra, {"name": "a"}),
    _case("Decimal", Money, ({"amount": "12.50"}, {"amount": 12.5}), ({"amount": "-3"}, {"amount": -3})),
    _case("datetime, date, timedelta", Times, {"at": "2026-02-03T04:05:06Z", "day": "2026-02-03", "span": "P1DT2H"}),
    _case("time", ClockTime, {"opens": "04:05:06Z"}),
    _case("UUID", Identifier, {"number": "6f1c9f0e-3f0b-4c39-9a57-0c6f6fd0a001"}),
    _case("bytes", Bytes, {"blob": "abc"}),
    _case("URL", Link, {"url": "https://example.com/a"}, sayable=False),
    _case("path", File, {"path": "a/b"}),
    _case(
        "fields named like keywords",
        Keywords,
        {"title": "a", "type": "b", "properties": "c", "required": True, "items": ["d"], "default": None},
    ),
    _case("tuple of two", Pair, {"pair": [1, "a"]}, sayable=False),
    _case("tuple of any length", Sequence, {"numbers": []}, {"numbers": [1, 2, 3]}),
    _case("set", Tags, {"tags": []}, {"tags": ["a", "b"]}),
    _case("Literal of numbers", LiteralNumbers, {"stars": 1}, {"stars": 3}),
    _case("Literal of strings and a number", LiteralMixed, {"level": "low"}, {"level": 0}),
    _case("Literal with a line feed", TwoLines, {"ending": "one"}, {"ending": "two\nlines"}, sayable=False),
    _case("enums", Enums, {"colour": "blue", "size": 2}),
    _case("enum as default", ReferenceDefault, {"colour": "red"}, {"colour": "blue"}),
    _case("model as default", ModelDefault, {"place": PLACE}, {"place": LOFT}),
    _case("description beside a reference", DescribedReference, {"colour": "red", "place": LOFT}),
    _case("recursion in a list", Tree, LEAF, {"value": 1, "children": [LEAF]}),
    _case("recursion, optional", Chain, {"value": 1, "rest": {"value": 2, "rest": None}}),
    _case("recursion, described", DescribedList, {"value": 1, "more": [{"value": 2, "more": []}]}),
    _case("generic", Page[Place], {"found": [PLACE, LOFT], "total": 2}),
    _case("RootModel of a list", ListRoot, [], [1, 2]),
    _case("RootModel of a union", UnionRoot, CARD, TRANSFER),
    _case("computed field", Computed, {"width": 2, "height": 3}),
    _case("aliases", Aliased, {"from": "a", "to": "b"}),
    _case("TypedDict, NotRequired", Record, ({"number": 1}, {"number": 1, "note": None}), {"number": 1, "note": "a"}),
    _case(
        "TypedDict in a model",
        HoldsRecord,
        ({"record": {"number": 1}}, {"record": {"number": 1, "note": None}}),
        {"record": {"number": 1, "note": "a"}},
    ),
    _case("dataclass", Point, {"x": 1.5, "y": 0.0}),
    _case("dataclass of pydantic", PydanticPoint, {"x": 1.5, "place": PLACE}),
    _case(
        "bounds, lengths, pattern",
        Bounds,
        {"code": "ab", "even": 2, "share": 0.5, "names": ["a"], "sign": "AB1"},
        {"code": "abcde", "even": 100, "share": 0.0, "names": ["a", "b", "c"], "sign": "XY99"},
    ),
    _case("lookahead in a pattern", Lookahead, {"secret": "abc1"}, sayable=False),
)
