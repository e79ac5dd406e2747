"""Draw JSON Schemas with every keyword that presend enforces, and values near them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

NAMES = ["a", "b", "c", "a b", "class", "model_config", "_x", "é", "$ref", 'q"uote', "schema", "register", "$defs"]
names = st.sampled_from(NAMES[:3]) | st.sampled_from(NAMES)
texts = st.sampled_from(["", "a", "ab", "b", "aaa", "😀", "a\nb", "1", "é"])
numbers = st.sampled_from([0, 1, 1.0, 2, -1, 0.5, 1.5, 3, 4.0, 2**53 + 1, 10**20, 1e20, 1e308])
scalars = st.none() | st.booleans() | numbers | texts
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3), max_leaves=5
)
kinds = st.sampled_from(["object", "array", "string", "integer", "number", "boolean", "null"])
counts = st.integers(0, 2)
patterns = st.sampled_from(["^a", "a$", "^a+$", r"^\w$", "b|^$", r"^\S*$", "(?=a)", "[^a]", "^.$", 'q"', r"\$"])

LIMITS: dict[str, st.SearchStrategy[Any]] = {
    "type": kinds | st.lists(kinds, min_size=1, max_size=3, unique=True),
    "enum": st.lists(values, min_size=1, max_size=3),
    "const": values,
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), numbers),
    "multipleOf": st.sampled_from([1, 2, 0.5, 3, 1.0]),
    **dict.fromkeys(
        (
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "minContains",
            "maxContains",
        ),
        counts,
    ),
    "pattern": patterns,
    "uniqueItems": st.booleans(),
    "required": st.lists(names, max_size=2, unique=True),
    "dependentRequired": st.dictionaries(names, st.lists(names, max_size=2, unique=True), max_size=2),
    "$ref": st.sampled_from(["#", "#/$defs/one", "#/$defs/two"]),
    "format": st.sampled_from(["uri", "binary", "date"]),
    "nullable": st.booleans(),  # no effect in JSON Schema
}


def _applied(schemas: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    some = st.lists(schemas, min_size=1, max_size=3)
    return {
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), some),
        **dict.fromkeys(
            "not if then else items contains propertyNames additionalProperties unevaluatedItems "
            "unevaluatedProperties".split(),
            schemas,
        ),
        "properties": st.dictionaries(names, schemas, max_size=3),
        "dependentSchemas": st.dictionaries(names, schemas, max_size=2),
        "patternProperties": st.dictionaries(patterns, schemas, max_size=2),
    }


def _schema(keywords: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    chosen = st.lists(st.sampled_from(sorted(keywords)), min_size=1, max_size=4, unique=True)
    return chosen.flatmap(lambda words: st.fixed_dictionaries({word: keywords[word] for word in words}))


def _objects(schemas: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return schemas that are typical of APIs and become classes; chance would draw few of them."""
    more = {
        word: _applied(schemas)[word]
        for word in "additionalProperties unevaluatedProperties anyOf allOf oneOf not patternProperties if".split()
    }
    types = st.lists(kinds, max_size=2, unique=True).map(lambda others: list(dict.fromkeys(["object", *others])))
    return st.fixed_dictionaries(
        {"type": st.just("object") | types, "properties": st.dictionaries(names, schemas, min_size=1, max_size=3)},
        optional={"required": LIMITS["required"], "minProperties": counts, "enum": LIMITS["enum"], **more},
    )


def _unlike(schemas: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return schemas with limits of one kind and parts of another, as a list, a map, a member, or beside null."""
    words = ["maxProperties", "minProperties", "items", "additionalProperties", "properties", "enum"]
    keywords = {**LIMITS, **_applied(schemas)}
    typed = st.builds(lambda kind: {"type": kind}, st.sampled_from(["object", "null", "array"]) | LIMITS["type"])
    limits = st.lists(st.sampled_from(words), max_size=2, unique=True).flatmap(
        lambda some: st.fixed_dictionaries({word: keywords[word] for word in some})
    )
    own = st.builds(lambda kind, limits: {**kind, **limits}, typed | st.just({}), limits)
    parts = st.lists(st.just({"type": "null"}) | typed | own, min_size=1, max_size=2)
    one = own | st.builds(
        lambda own, w, parts: {**own, w: parts}, own, st.sampled_from(["allOf", "allOf", "anyOf"]), parts
    )
    member = st.builds(lambda name, one: {"type": "object", "properties": {name: one}}, st.sampled_from("ab"), one)
    return st.one_of(
        one,
        member,
        st.builds(lambda one: {"type": "array", "items": one}, one | member),
        st.builds(lambda one: {"type": "object", "additionalProperties": one}, one | member),
        st.builds(
            lambda name, one: {"type": "object", "properties": {name: {"anyOf": [one, {"type": "null"}]}}},
            st.sampled_from("ab"),
            member,
        ),
    )


schemas = st.recursive(
    st.booleans() | _schema(LIMITS),
    lambda inner: _schema({**LIMITS, **_applied(inner)}) | _schema(_applied(inner)) | _objects(inner) | _unlike(inner),
    max_leaves=8,
)
# Small schemas of kinds that do not go together, which `schemas` seldom draws; and values that are near to them.
_SMALL: st.SearchStrategy[Any] = st.just({}) | st.builds(lambda kind: {"type": kind}, kinds)
unlike = _unlike(_SMALL)
NEAR: list[Any] = [
    None,
    {},
    [],
    "a",
    1,
    [None],
    [{}],
    ["a"],
    {"a": None},
    {"a": {"b": 1}},
    {"a": {"b": {}}},
    {"a": "a"},
]

documents = st.builds(
    lambda root, one, two: {**root, "$defs": {"one": one, "two": two}} if isinstance(root, dict) else root,
    schemas, schemas, schemas,
)  # fmt: skip


COMPONENT = "#/components/schemas/"
REFERENCES = {"#": f"{COMPONENT}Root", "#/$defs/one": f"{COMPONENT}One", "#/$defs/two": f"{COMPONENT}Two"}
DATA = ("enum", "const", "required", "dependentRequired")


@st.composite
def openapi_documents(draw: st.DrawFn) -> dict[str, Any]:
    """Draw component schemas with some `nullable`; without `oneOf`, whose reading differs there, and without files."""

    def of_openapi(node: Any, *, names: bool = False) -> Any:
        if isinstance(node, list):
            return [of_openapi(part) for part in node]
        if not isinstance(node, dict):
            return node
        result: dict[str, Any] = {}
        for word, part in node.items():
            if not names and word == "$ref":
                result[word] = REFERENCES[part]
            elif not names and word in DATA:
                result[word] = part
            elif names or word not in ("oneOf", "format"):
                is_map = not names and word in ("properties", "patternProperties", "dependentSchemas")
                result[word] = of_openapi(part, names=is_map)
        if not names and draw(st.integers(0, 3)) == 0:
            result["nullable"] = True
        return result

    drawn = draw(st.tuples(schemas, schemas, schemas))
    return {name: of_openapi(one) for name, one in zip(("Root", "One", "Two"), drawn, strict=True)}
