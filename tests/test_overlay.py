"""Overlays change their targets as OpenAPI Overlay 1.1 says, and nothing else."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from presend_codegen.source.load import SpecError, parse_document
from presend_codegen.source.overlay import apply_apart, apply_overlay

RULE = "x-presend-rule"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.text("ab", max_size=2),
    lambda inner: st.lists(inner, max_size=14) | st.dictionaries(st.text("abc1", max_size=2), inner, max_size=4),
    max_leaves=20,
)


def applied(document: dict[str, Any], *actions: dict[str, Any], version: str = "1.1.0") -> Any:
    """Apply actions in both ways; return the common result or raise the common error. The document must not change."""
    overlay, before, told = {"overlay": version, "actions": [*actions]}, repr(document), []
    for way in (apply_apart, apply_overlay):
        try:
            told.append(repr(way(document, overlay)))
        except SpecError as error:
            told.append(repr(error))
        assert repr(document) == before
    assert told[0] == told[1]
    return apply_overlay(document, overlay)


LIST = [f"v{number}" for number in range(23)]
APPLIED: dict[str, tuple[Any, list[dict[str, Any]], Any]] = {  # what → document, actions, what becomes of it
    "primitive by primitive": ({"a": 1}, [{"target": "$.a", "update": "x"}], {"a": "x"}),
    "the rule of what is deep within": (
        {"n": {}},
        [{"target": "$.n", "update": {
            "patternProperties": {"^a": {"maxLength": 1}}, "unevaluatedProperties": {"minLength": 2},
            "dependentSchemas": {"maxLength": {"minProperties": 3}}, "unevaluatedItems": {"maximum": 4},
        }, RULE: "n.deep"}],
        {"n": {
            "patternProperties": {"^a": {"maxLength": 1, "x-presend-rules": {"maxLength": "n.deep"}}},
            "unevaluatedProperties": {"minLength": 2, "x-presend-rules": {"minLength": "n.deep"}},
            "dependentSchemas": {"maxLength": {"minProperties": 3, "x-presend-rules": {"minProperties": "n.deep"}}},
            "unevaluatedItems": {"maximum": 4, "x-presend-rules": {"maximum": "n.deep"}},
        }},
    ),
    "primitive by null": ({"a": 1}, [{"target": "$.a", "update": None}], {"a": None}),
    "null by primitive": ({"a": None}, [{"target": "$.a", "update": 0}], {"a": 0}),
    "one by true, which Python calls equal": ({"a": 1}, [{"target": "$.a", "update": True}], {"a": True}),
    "many primitives": ({"a": 1, "b": "x", "c": None}, [{"target": "$.*", "update": 2}], {"a": 2, "b": 2, "c": 2}),
    "some of many change": ({"a": 1, "b": 2}, [{"target": "$.*", "update": 2}], {"a": 2, "b": 2}),
    "an item": ({"a": LIST}, [{"target": "$.a[11]", "update": 0}], {"a": [*LIST[:11], 0, *LIST[12:]]}),
    "array by array": ({"a": [1]}, [{"target": "$.a", "update": [2, [3]]}], {"a": [1, 2, [3]]}),
    "array by object": ({"a": [1]}, [{"target": "$.a", "update": {"b": 2}}], {"a": [1, {"b": 2}]}),
    "array by primitive": ({"a": [1]}, [{"target": "$.a", "update": "x"}], {"a": [1, "x"]}),
    "member array by array": ({"a": {"b": [1]}}, [{"target": "$.a", "update": {"b": [2]}}], {"a": {"b": [1, 2]}}),
    "objects, deep": (
        {"a": {"b": {"c": 1, "d": 2}}},
        [{"target": "$", "update": {"a": {"b": {"c": 3}, "e": {}}}}],
        {"a": {"b": {"c": 3, "d": 2}, "e": {}}},
    ),
    "an object and one inside it": (
        {"a": {"a": {"a": {}}}},
        [{"target": "$..a", "update": {"x": [1]}}],
        {"a": {"a": {"a": {"x": [1]}, "x": [1]}, "x": [1]}},
    ),
    "each of many has its own": (
        {"a": {}, "b": {}},
        [{"target": "$.*", "update": {"x": {"y": []}}}, {"target": "$.a.x.y", "update": [1]}],
        {"a": {"x": {"y": [1]}}, "b": {"x": {"y": []}}},
    ),
    "a place that is found twice": ({"a": []}, [{"target": "$['a','a']", "update": 1}], {"a": [1]}),
    "removed twice": ({"a": LIST}, [{"target": "$.a[9,10,10,-1]", "remove": True}], {"a": [*LIST[:9], *LIST[11:22]]}),
    "removed with what is below": ({"a": {"a": [{"a": 1}, 2]}}, [{"target": "$..a", "remove": True}], {}),
    "items of items": (
        {"a": [[*LIST], [*LIST]]},
        [{"target": "$.a[*][?@ == 'v2' || @ == 'v10' || @ == 'v11']", "remove": True}],
        {"a": [[one for one in LIST if one not in ("v2", "v10", "v11")]] * 2},
    ),
    "remove beside update": ({"a": 1, "b": 2}, [{"target": "$.a", "remove": True, "update": 5}], {"b": 2}),
    "remove beside both": ({"a": 1}, [{"target": "$.a", "remove": True, "update": 5, "copy": "$.b"}], {}),
    "remove: false beside update": ({"a": 1}, [{"target": "$.a", "remove": False, "update": 5}], {"a": 5}),
    "remove: false beside copy": (
        {"a": 1, "b": 2},
        [{"target": "$.a", "remove": False, "copy": "$.b"}],
        {"a": 2, "b": 2},
    ),
    "remove: false": ({"a": 1}, [{"target": "$.a", "remove": False}], {"a": 1}),
    "removed and made anew": (
        {"a": {"b": [1]}},
        [{"target": "$.a.b", "remove": True}, {"target": "$.a", "update": {"b": "x"}}],
        {"a": {"b": "x"}},
    ),
    "copied into itself": (
        {"a": {"b": {"c": {}}}},
        [{"target": "$.a.b", "copy": "$.a"}],
        {"a": {"b": {"b": {"c": {}}, "c": {}}}},
    ),
    "copied into many, one of them its source": (
        {"a": [1], "b": [2]},
        [{"target": "$.*", "copy": "$.a"}],
        {"a": [1, 1], "b": [2, 1]},
    ),
    "copied primitive": ({"a": 1, "b": "x"}, [{"target": "$.a", "copy": "$.b"}], {"a": "x", "b": "x"}),
    "a rule at a keyword": (
        {"n": {"maximum": 5}},
        [{"target": "$.n.maximum", "update": 9, RULE: "n.max"}],
        {"n": {"maximum": 9, "x-presend-rules": {"maximum": "n.max"}}},
    ),
    "a rule at an item of a keyword": (
        {"n": {"enum": ["a", "b"], "x-presend-rules": {"type": "n.type"}}},
        [{"target": "$.n.enum[1]", "update": "c", RULE: "n.known"}],
        {"n": {"enum": ["a", "c"], "x-presend-rules": {"type": "n.type", "enum": "n.known"}}},
    ),
    "a rule at what is no keyword": (
        {"info": {"title": "a"}},
        [{"target": "$.info.title", "update": "b", RULE: "r"}],
        {"info": {"title": "b"}},
    ),
    "a rule and a boolean schema": (
        {"n": {"properties": {}}},
        [{"target": "$.n", "update": {"properties": {"x": True}}, RULE: "r"}],
        {"n": {"properties": {"x": True}}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0", "1.1"])
@pytest.mark.parametrize("what", APPLIED)
def test_an_action_does_what_the_specification_says(what: str, version: str) -> None:
    document, actions, wanted = APPLIED[what]
    before = copy.deepcopy((document, actions))
    assert json.dumps(applied(document, *actions, version=version), sort_keys=True) == json.dumps(
        wanted, sort_keys=True
    )
    assert (document, actions) == before


REFUSED: list[tuple[Any, dict[str, Any], str]] = [  # document, action, part of the message
    ({"a": {}}, {"target": "$.a", "update": 1}, "fits its targets, which are objects, got an integer"),
    ({"a": {}}, {"target": "$.a", "update": [1]}, "fits its targets, which are objects, got an array"),
    ({"a": 1}, {"target": "$.a", "update": {}}, "fits its targets, which are primitive values, got an object"),
    ({"a": None}, {"target": "$.a", "update": []}, "fits its targets, which are primitive values, got an array"),
    ({"a": 1, "b": {}}, {"target": "$.*", "update": {"x": 1}}, "of one kind, got objects and primitive values"),
    ({"a": [], "b": {}}, {"target": "$.*", "update": {"x": 1}}, "targets of one kind, got arrays and objects"),
    ({"a": {"b": [1]}}, {"target": "$.a", "update": {"b": {"c": 1}}}, ", b: expected an array to be updated"),
    ({"a": {"b": [1]}}, {"target": "$.a", "update": {"b": 2}}, "got an integer; remove it in an action before"),
    ({"a": {"b": {}}}, {"target": "$.a", "update": {"b": "x"}}, "object to be updated with a value of the same kind"),
    ({"a": {"b": 1}}, {"target": "$.a", "update": {"b": [1]}}, "with a value of the same kind, got an array"),
    ({"a": {"b": {"c": None}}}, {"target": "$.a", "update": {"b": {"c": {}}}}, ", b, c: expected null to be updated"),
    ({"a": {"b": {}}}, {"target": "$", "copy": "$.a.b", "update": {}}, "expected `update` or `copy`, got both"),
    ({"a": 1}, {"target": "$.a", "remove": "yes"}, "expected true or false as `remove`, got a string"),
    ({"a": 1}, {"target": "$.a", "copy": 1}, "expected a query as `copy`, got an integer"),
    ({"a": 1, "b": {}}, {"target": "$.a", "copy": "$.b"}, "which are primitive values, got an object"),
    ({"a": 1}, {"target": "$.a", "copy": "$.b"}, "matches nothing"),
    ({"a": [1, 2], "b": 1}, {"target": "$.b", "copy": "$.a[*]"}, "expected `copy` to match one place, got 2"),
    ({"a": 1}, {"target": "$", "remove": True}, "the root cannot be removed"),
    ({"a": 1}, {"target": "$.b", "remove": False}, "matches nothing"),
    ({"a": 1}, {"target": "$.a", "update": 1}, "changes nothing"),
    ({"a": [1]}, {"target": "$.a", "update": []}, "changes nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "action", "message"), REFUSED, ids=[row[2] for row in REFUSED])
def test_an_action_that_does_not_fit_is_refused(document: Any, action: dict[str, Any], message: str) -> None:
    with pytest.raises(SpecError) as caught:
        applied(document, action)
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"overlay action 0 ({action['target']})")


@given(st.lists(st.integers(0, 30), min_size=1, max_size=40), st.integers(0, 30))
def test_any_items_of_a_list_are_removed_and_no_others(items: list[int], most: int) -> None:
    kept = [item for item in items if item > most]
    if kept != items:
        document = {"list": items, "deep": [{"list": items}]}
        wanted = {"list": kept, "deep": [{"list": kept}]}
        assert applied(document, {"target": f"$..list[?@ <= {most}]", "remove": True}) == wanted


@given(st.dictionaries(st.text("abc", min_size=1, max_size=2), JSON, min_size=1), st.data())
def test_yaml_with_anchors_is_changed_as_the_same_without(document: dict[str, Any], data: st.DataObject) -> None:
    shared = {"one": document, "other": document, "list": [document, document]}
    with_anchors, without = (yaml.dump(shared, Dumper=dumper) for dumper in (yaml.SafeDumper, NoAliases))
    assert "&id001" in with_anchors
    assert "&id001" not in without
    name = data.draw(st.sampled_from([*document]))
    place = data.draw(st.sampled_from([f"$.one.{name}", f"$.list[1].{name}", f"$.*.{name}"]))
    actions: list[dict[str, Any]] = [{"remove": True}, {"update": {"new": [1]}}, {"update": "new"}]
    action = data.draw(st.sampled_from(actions))
    told = []
    for text in (with_anchors, without):
        try:
            told.append(applied(parse_document(text.encode(), "a.yaml"), {"target": place, **action}))
        except SpecError as error:
            told.append(str(error))
    assert told[0] == told[1]


class NoAliases(yaml.SafeDumper):
    """Writes each value out."""

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


def test_what_an_overlay_has_by_an_alias_becomes_several() -> None:
    text = b"overlay: 1.1.0\nactions:\n- {target: $, update: {a: &x {k: [1]}, b: *x}}\n- {target: $.a.k, update: 2}\n"
    assert apply_overlay({"c": 0}, parse_document(text, "o.yaml")) == {"c": 0, "a": {"k": [1, 2]}, "b": {"k": [1]}}


@pytest.mark.parametrize("levels", [3, 99, 101, 498])
def test_a_query_goes_as_deep_as_documents_are_read(levels: int) -> None:
    text = '{"a":' * levels + '{"x":1}' + "}" * levels
    result = applied(parse_document(text.encode(), "a.json"), {"target": "$..x", "update": 2})
    assert json.dumps(result, separators=(",", ":")) == text.replace("1", "2")
