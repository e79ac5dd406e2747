"""The table of keywords: what each constrains, what its value holds, and how presend treats it.

Decided 2026-12: every other list of keywords, here and in codegen, is derived from this table by name, so that a new
keyword is a new row. A separate list describes what another program or the API knows (`strict.UNSUPPORTED`,
`emit.SAID`), and not what a keyword is.

- from: `2020-12`, `openapi` (not part of JSON Schema's meta-schema), or `older`: a spelling that only schemas in
  payloads still have. Codegen rewrites `definitions` and `dependencies`, and reports the others.
- of: the only JSON type that the keyword applies to; what limits a number limits an integer too.
- holds: one `schema`, a `list` or a `map` of them; `data`, whose members are never keywords; a `count` (5.0 is 5); or
  `-`.
- about: what its schemas describe: the same `value`, a `member`, an `item`, a `name`, the `content` of a text.
- becomes: `enforced`; `kept` as text; `naming`, which has no effect unless a reference goes there; `refused`;
  `carried`, which is read only in schemas that payloads carry.

Within a group, the order of the rows is the order in which schemas are walked and residual keywords are listed.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TABLE = """
  $ref                   2020-12  any      -       value    enforced
  type                   2020-12  any      -       -        enforced
  enum                   2020-12  any      data    -        enforced
  const                  2020-12  any      data    -        enforced
  allOf                  2020-12  any      list    value    enforced
  anyOf                  2020-12  any      list    value    enforced
  oneOf                  2020-12  any      list    value    enforced
  not                    2020-12  any      schema  value    enforced
  if                     2020-12  any      schema  value    enforced
  then                   2020-12  any      schema  value    enforced
  else                   2020-12  any      schema  value    enforced
  nullable               openapi  any      -       -        enforced
  discriminator          openapi  any      data    -        enforced

  minimum                2020-12  number   -       -        enforced
  maximum                2020-12  number   -       -        enforced
  exclusiveMinimum       2020-12  number   -       -        enforced
  exclusiveMaximum       2020-12  number   -       -        enforced
  multipleOf             2020-12  number   -       -        enforced

  minLength              2020-12  string   count   -        enforced
  maxLength              2020-12  string   count   -        enforced
  pattern                2020-12  string   -       -        enforced

  items                  2020-12  array    schema  item     enforced
  items                  older    array    list    item     carried
  additionalItems        older    array    schema  item     carried
  prefixItems            2020-12  array    list    item     enforced
  minItems               2020-12  array    count   -        enforced
  maxItems               2020-12  array    count   -        enforced
  contains               2020-12  array    schema  item     enforced
  minContains            2020-12  array    count   -        enforced
  maxContains            2020-12  array    count   -        enforced
  uniqueItems            2020-12  array    -       -        enforced
  unevaluatedItems       2020-12  array    schema  item     enforced

  properties             2020-12  object   map     member   enforced
  required               2020-12  object   data    -        enforced
  additionalProperties   2020-12  object   schema  member   enforced
  patternProperties      2020-12  object   map     member   enforced
  propertyNames          2020-12  object   schema  name     enforced
  minProperties          2020-12  object   count   -        enforced
  maxProperties          2020-12  object   count   -        enforced
  dependentRequired      2020-12  object   data    -        enforced
  dependentSchemas       2020-12  object   map     value    enforced
  dependencies           older    object   map     value    carried
  unevaluatedProperties  2020-12  object   schema  member   enforced

  title                  2020-12  any      -       -        kept
  description            2020-12  any      -       -        kept
  default                2020-12  any      data    -        kept
  example                openapi  any      data    -        kept
  examples               2020-12  any      data    -        kept
  format                 2020-12  any      -       -        kept
  deprecated             2020-12  any      -       -        kept
  readOnly               2020-12  any      -       -        kept
  writeOnly              2020-12  any      -       -        kept
  contentEncoding        2020-12  any      -       -        kept
  contentMediaType       2020-12  any      -       -        kept
  contentSchema          2020-12  any      schema  content  kept
  externalDocs           openapi  any      -       -        kept
  xml                    openapi  any      -       -        kept

  $anchor                2020-12  any      -       -        naming
  $dynamicAnchor         2020-12  any      -       -        naming
  $defs                  2020-12  any      map     -        naming
  definitions            older    any      map     -        carried
  $comment               2020-12  any      -       -        naming

  $dynamicRef            2020-12  any      -       -        refused
  $recursiveRef          2020-12  any      -       -        refused
  $recursiveAnchor       2020-12  any      -       -        refused
  $id                    2020-12  any      -       -        refused
  $schema                2020-12  any      -       -        refused
  $vocabulary            2020-12  any      -       -        refused
"""
ROWS = tuple(line.split() for line in TABLE.splitlines() if line)
FROM, OF, HOLDS, ABOUT, BECOMES = 1, 2, 3, 4, 5  # columns; the first is the keyword


def _words(column: int, *values: str) -> tuple[str, ...]:
    return tuple(row[0] for row in ROWS if row[column] in values)


ENFORCED = _words(BECOMES, "enforced")
ANNOTATIONS = _words(BECOMES, "kept")
NAMING = _words(BECOMES, "naming")
UNSUPPORTED = _words(BECOMES, "refused")
KEYWORDS = frozenset([*ENFORCED, *ANNOTATIONS, *NAMING])
OPENAPI_ONLY = _words(FROM, "openapi")

OF_KIND = {  # JSON type → the enforced keywords that say something of its values alone
    kind: tuple(
        row[0] for row in ROWS if row[OF] == ("number" if kind == "integer" else kind) and row[BECOMES] == "enforced"
    )
    for kind in ("string", "integer", "number", "array", "object", "boolean", "null")
}
COUNTS = frozenset(_words(HOLDS, "count"))
DATA = frozenset(_words(HOLDS, "data"))

LEAST = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")  # of two, the greater limit holds
MOST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")  # of two, the lesser limit holds

MAPS = frozenset(_words(HOLDS, "map"))
LISTS = frozenset(_words(HOLDS, "list"))
SINGLES = frozenset(_words(HOLDS, "schema"))
HOLDING = MAPS | LISTS | SINGLES
DEFINITIONS = tuple(word for word in _words(ABOUT, "-") if word in MAPS)

FORMS = ("map", "list", "schema")  # in which a keyword holds schemas; walks take the keywords of one after the other
_HOLDING = [row for form in FORMS for row in ROWS if row[HOLDS] == form]
CARRIED = tuple(  # keyword and form, for schemas in payloads: those of every draft, by name
    sorted(((row[0], row[HOLDS]) for row in _HOLDING), key=lambda pair: (FORMS.index(pair[1]), pair[0]))
)
DECIDING = tuple(  # keyword and form, for schemas of specs and packs: what is only kept as text holds no schema
    (row[0], row[HOLDS]) for row in _HOLDING if row[BECOMES] in ("enforced", "naming")
)


def deciding(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the rows of `DECIDING` that are of some keywords."""
    return _deciding(HOLDING.intersection(words))


@functools.cache
def _deciding(words: frozenset[str]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in DECIDING if pair[0] in words)


def _about(what: str) -> tuple[str, ...]:
    return tuple(row[0] for row in ROWS if row[ABOUT] == what and row[BECOMES] == "enforced")


IN_PLACE = tuple(word for word in _about("value") if word != "$ref")
PARTS = tuple(word for word in IN_PLACE if word not in ("not", "if"))  # which only exclude or decide
OF_MEMBERS, OF_ITEMS = _about("member"), _about("item")
MEMBERS = tuple(word for word in (*OF_MEMBERS, *OF_ITEMS) if word != "contains")  # which speaks of some item alone

READ_WITH = {  # keyword → those without which it means something else
    "additionalProperties": ("properties", "patternProperties"),
    "items": ("prefixItems",),
    "if": ("then", "else"),
    "contains": ("minContains", "maxContains"),
}
CONDITION: tuple[str, ...] = ("if", *READ_WITH["if"])
RESTS = {  # what speaks of all that is left → what says the same where nothing else speaks of the value
    "unevaluatedProperties": "additionalProperties",
    "unevaluatedItems": "items",
}
REFUSING_NULL = frozenset(["allOf", "anyOf", "const", "enum", "if", "not", "oneOf"])  # though the type takes it
