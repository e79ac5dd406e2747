"""The rules are a complete and consistent catalogue, and match the schemas that overlay.yaml changes."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import presend
import presend.openai.rules as rules_of_the_pack
from presend.checking.collector import SHARPENED
from presend.openai.rules import DIGESTS, RULES, model_lists, tools
from presend.openai.rules.elsewhere import ELSEWHERE
from presend.packs.find import find_pack
from presend_codegen.source.load import load_document
from presend_codegen.source.overlay import RULE
from tests.amount import in_full
from tests.test_spec import FRAGMENT, SPEC

PACK = find_pack()
EVERY = {rule.id: rule for rule in presend.rules()}
ACTIONS = load_document(SPEC / "overlay.yaml")["actions"]
LIMITS = {  # rule → the schema that states it, where a function decides it
    name: schema
    for action in ACTIONS
    for name, schema in (action.get("update") or {}).get("x-presend-limits", {}).items()
}
IMAGE_FILE = {rule.id for rule in RULES if rule.id.startswith("image-variation.image.")}  # all found by one function


def test_ids_are_unique_and_no_row_is_both_a_rule_and_elsewhere() -> None:
    assert len(EVERY) == len(presend.rules())
    assert not EVERY.keys() & ELSEWHERE.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_asks_for_and_where_from(rule: presend.Rule) -> None:
    assert rule.summary.endswith(".")
    assert rule.fix.endswith(".")
    assert len(rule.digests) == len(rule.sources)
    assert rule.sources or rule.basis in ("observed", "inferred") or rule.as_of  # a later sentence has a date
    assert rule.opt_in <= rule.id.startswith("observed.")
    assert rule.as_of or rule.basis != "observed"
    for place in rule.at:
        schema, _, member = place.partition(".")
        assert not member or member in PACK.schemas[schema]["properties"], place


def test_a_rule_without_a_function_is_enforced_by_the_overlay_or_found_with_another() -> None:
    enforced = {action[RULE] for action in ACTIONS if RULE in action}
    silent = {rule.id for rule in RULES if rule.check is None} - IMAGE_FILE
    told_with_a_schema = {rule.id for place in (tools.IN_FUNCTIONS, tools.IN_FORMATS) for rule in place.rules.values()}
    assert silent == (enforced - LIMITS.keys()) | (told_with_a_schema - LIMITS.keys())


def test_sharpened_warnings_and_their_observed_rules_exist() -> None:
    assert {*SHARPENED, *SHARPENED.values()} <= EVERY.keys()


def test_model_lists_are_those_of_the_spec() -> None:
    schemas = FRAGMENT["components"]["schemas"]
    assert frozenset(schemas["AssistantSupportedModels"]["enum"]) == model_lists.ASSISTANTS
    listed = schemas["CreateModerationRequest"]["properties"]["model"]["anyOf"][1]["enum"]
    assert tuple(listed) == model_lists.MODERATION


def test_every_topic_is_registered() -> None:
    folder = Path(rules_of_the_pack.__file__).parent
    topics = {
        path.stem for path in folder.glob("*.py") if "@rule(" in path.read_text() or " = Rule(" in path.read_text()
    }
    assert {rule.check.__module__.rpartition(".")[2] for rule in RULES if rule.check} <= topics
    for topic in topics:
        module = importlib.import_module(f"presend.openai.rules.{topic}")
        assert {value.id for value in vars(module).values() if isinstance(value, presend.Rule)} <= EVERY.keys()


def test_every_source_is_a_text_of_the_revision_that_the_rules_were_read_from() -> None:
    read = {rule for rule in RULES if (rule.as_of or "") <= model_lists.AS_OF}
    texts = {source for rule in read for source in rule.sources if source.endswith(("/description", "/title"))}
    assert texts - DIGESTS.keys() == set()


MODELS = st.sampled_from(["gpt-4o", "gpt-4", "o1", "o3-mini", "gpt-9", "dall-e-3", "dall-e-2", None])
KNOBS = st.sampled_from([None, 0, 1, 1.0, 0.2, 2])
TOOLS = st.sampled_from([None, [], [{"type": "code_interpreter"}]])
CHOICES = st.sampled_from([None, "none", "required", {"type": "code_interpreter"}, {"type": "function"}])
SCHEMAS = st.sampled_from(
    [{}, {"type": "object"}, {"type": "objekt"}, {"items": [{}]}, {"properties": {"a": {"minimum": "x"}}}, {"enum": 1}]
)
TARGETS: dict[str, st.SearchStrategy[Any]] = {  # rule → values of its target, of the right shape
    "image-variation.n.dall-e-3-single": st.fixed_dictionaries(
        {}, optional={"model": MODELS, "n": st.sampled_from([None, 1, 1.0, 2, 10])}
    ),
    "moderation.model.known": st.sampled_from([*model_lists.MODERATION, "gpt-4o", "", "omni"]),
    "moderation-response.flagged.consistent": st.fixed_dictionaries(
        {},
        optional={
            "flagged": st.sampled_from([None, True, False]),
            "categories": st.none() | st.dictionaries(st.sampled_from("abc"), st.sampled_from([None, True, False])),
        },
    ),
    "run.reasoning-effort.model-support": st.fixed_dictionaries(
        {}, optional={"model": MODELS, "reasoning_effort": st.sampled_from([None, "low"])}
    ),
    "run.sampling.one-knob": st.fixed_dictionaries({}, optional={"temperature": KNOBS, "top_p": KNOBS}),
    "run.tool-choice.needs-tools": st.fixed_dictionaries({}, optional={"tool_choice": CHOICES, "tools": TOOLS}),
    "truncation.last-messages-needs-count": st.fixed_dictionaries(
        {}, optional={"type": st.sampled_from(["auto", "last_messages"]), "last_messages": st.sampled_from([None, 1])}
    ),
    "truncation.auto-ignores-count": st.fixed_dictionaries(
        {}, optional={"type": st.sampled_from(["auto", "last_messages"]), "last_messages": st.sampled_from([None, 1])}
    ),
    "function.parameters.is-json-schema": SCHEMAS,
    "response-format.json-schema.schema.is-json-schema": SCHEMAS,
}

HOLDS = {  # these rules look at the object around the schema, which has `strict`
    "function.parameters.is-json-schema": "parameters",
    "response-format.json-schema.schema.is-json-schema": "schema",
}


def test_every_stated_limit_is_compared_with_its_function() -> None:
    assert TARGETS.keys() == LIMITS.keys()


@pytest.mark.parametrize("name", TARGETS)
def test_a_rule_function_agrees_with_the_schema_of_its_limit(name: str) -> None:
    oracle = jsonschema.Draft202012Validator(LIMITS[name])
    check, member = EVERY[name].check, HOLDS.get(name)
    assert check is not None

    @settings(max_examples=in_full(150))
    @given(TARGETS[name])
    def holds(value: Any) -> None:
        found = check(value if member is None else {member: value})
        assert any(finding.rule in {None, name} for finding in found) is not oracle.is_valid(value)

    holds()


@settings(max_examples=in_full(200))
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.binary(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    ["type", "tools", "function", "content", "properties", "strict", "parameters", "schema"]
                )
                | st.text(max_size=3),
                inner,
                max_size=6,
            )
        ),
        max_leaves=15,
    )
)
def test_no_rule_raises_whatever_its_member_is(value: Any) -> None:
    for rule in RULES:
        for place in rule.at if rule.check else ():
            target = value if "." in place else {"type": value, "model": "gpt-4", "tools": value, "tool_choice": value}
            assert rule.check
            for finding in rule.check(target):
                assert finding.severity in (None, "warning", "note")
                assert (finding.rule or rule.id) in EVERY


# Model → what the rules say of it: sees no images, takes no reasoning effort, writes no JSON; should be given a schema.
CAPABILITIES = """
    o1                       -      -       -     prefer
    o1-2024-12-17            -      -       -     prefer
    o3-mini                  images -       -     prefer
    o3-mini-2025-01-31       images -       -     prefer
    gpt-4o                   -      effort  -     prefer
    gpt-4o-2024-11-20        -      effort  -     prefer
    gpt-4o-2024-08-06        -      effort  -     prefer
    gpt-4o-2024-05-13        -      effort  -     -
    gpt-4o-mini              -      effort  -     prefer
    gpt-4o-mini-2024-07-18   -      effort  -     prefer
    gpt-4-turbo              -      effort  -     -
    gpt-4-turbo-2024-04-09   -      effort  -     -
    gpt-4-0125-preview       images effort  -     -
    gpt-4-turbo-preview      images effort  -     -
    gpt-4-1106-preview       images effort  -     -
    gpt-4-vision-preview     -      effort  -     -
    gpt-4                    images effort  json  -
    gpt-4-0314               images effort  json  -
    gpt-4-0613               images effort  json  -
    gpt-4-32k                images effort  json  -
    gpt-4-32k-0314           images effort  json  -
    gpt-4-32k-0613           images effort  json  -
    gpt-3.5-turbo            images effort  -     -
    gpt-3.5-turbo-0125       images effort  -     -
    gpt-3.5-turbo-1106       images effort  -     -
    gpt-3.5-turbo-16k        images effort  json  -
    gpt-3.5-turbo-0613       images effort  json  -
    gpt-3.5-turbo-16k-0613   images effort  json  -
    gpt-5                    -      -       -     prefer
"""
PICTURE = {"type": "image_file", "image_file": {"file_id": "file-1"}}
PROBES: dict[str, tuple[dict[str, Any], str]] = {  # word of the table → what is asked of a model, and the rule about it
    "images": ({"additional_messages": [{"role": "user", "content": [PICTURE]}]}, "message.content.vision-model"),
    "effort": ({"reasoning_effort": "low"}, "run.reasoning-effort.model-support"),
    "json": ({"response_format": {"type": "json_object"}}, "run.response-format.model-support"),
    "prefer": ({"response_format": {"type": "json_object"}}, "run.response-format.prefer-json-schema"),
}


@pytest.mark.parametrize("row", CAPABILITIES.strip().splitlines(), ids=lambda row: row.split()[0])
def test_the_rules_know_the_limits_of_each_model(row: str) -> None:
    model, *words = row.split()
    for word, (asked, rule) in PROBES.items():
        problems = presend.check("CreateRunRequest", {"assistant_id": "a", "model": model, **asked})
        assert (rule in {problem.rule for problem in problems}) is (word in words), word


def test_the_table_of_models_is_whole() -> None:
    listed = {row.split()[0] for row in CAPABILITIES.strip().splitlines()}
    assert listed - {"gpt-5"} == set(PACK.schemas["AssistantSupportedModels"]["enum"]) == model_lists.ASSISTANTS
