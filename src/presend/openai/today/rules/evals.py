"""Evals, their runs, and graders: labels, templates, and the schema of items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items
from presend.openai.rules.tools import IS_JSON_SCHEMA
from presend.openai.today.model_facts import refuses
from presend.problems import Finding
from presend.rule import Rule, rule, said
from presend.schema.keywords import is_number
from presend.structured.places import Place, carried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

LABEL_GRADERS = ("GraderLabelModel", "CreateEvalLabelModelGrader")
SOURCES = ("EvalResponsesSource", "EvalStoredCompletionsSource")
REFERENCES = tuple(f"CreateEval{kind}RunDataSourceInputMessagesItemReference" for kind in ("Completions", "Responses"))
DETAILS = ("high", "low", "auto")
TEMPLATE = re.compile(r"\{\{\s*([\w-]+)(?:\.([\w-]+))?")  # the name in a template, and the member that follows it
NAMESPACES = ("item", "sample")
PLAIN = frozenset(  # keywords of an object that bring no properties from elsewhere
    ["type", "properties", "required", "additionalProperties", "$schema", "title", "description", "$defs", "examples"]
)
MOST_TEXTS = 10_000  # most templates of the criteria of one eval, which limits the work for an unusual payload

ELSEWHERE = {"eval-run.data-source.fits-item-schema": "The schema of the items is on the server."}


@rule(
    "grader.passing-labels.subset",
    "error",
    "prose",
    "passing_labels are among labels.",
    "Add the label to labels, or fix its name.",
    at=LABEL_GRADERS,
    sources=said(*(f"{schema}/properties/passing_labels" for schema in LABEL_GRADERS)),
)
def passing_labels_are_labels(grader: Any) -> Iterator[Finding]:
    if isinstance(grader.get("labels"), list):
        labels = {label for label in grader["labels"] if isinstance(label, str)}
        for index, label in enumerate(items(grader.get("passing_labels"))):
            if isinstance(label, str) and label not in labels:
                yield Finding("Invalid {param}: expected one of labels.", member=("passing_labels", index))


@rule(
    "grader.label-model.model",
    "warning",
    "prose",
    "The model of a grader with labels supports structured outputs.",
    "Choose gpt-4o or a newer model.",
    at=tuple(f"{schema}.model" for schema in LABEL_GRADERS),
    sources=said(*(f"{schema}/properties/model" for schema in LABEL_GRADERS)),
    as_of="2026-08-21",
)
def label_model_has_structured_outputs(model: Any) -> Iterator[Finding]:
    if refuses(model, "structured_outputs"):
        yield Finding(f"Unsupported model for {{param}}: '{model}' has no structured outputs.")


score_range_has_two_numbers = Rule(
    "grader.score-model.range",
    "error",
    "inferred",
    "The range of a score has two numbers, the smallest and the largest.",
    "Send [0, 1], or leave it out.",
    said("GraderScoreModel/properties/range"),
    ("GraderScoreModel.range", "EvalGraderScoreModel.range"),
)


@rule(
    "eval.input-image.detail",
    "error",
    "prose",
    "The detail of an image is high, low or auto; a template is accepted as it is.",
    "Send one of the three, or leave detail out.",
    at="EvalItemInputImage.detail",
    sources=said("EvalItemInputImage/properties/detail"),
)
def detail_is_known(detail: Any) -> Iterator[Finding]:
    if isinstance(detail, str) and detail not in DETAILS and "{{" not in detail:
        yield Finding("Invalid value for {param}: expected one of 'high', 'low', 'auto'.", "invalid_value")


@rule(
    "eval-run.item-reference.namespace",
    "warning",
    "prose",
    "item_reference names a variable of item, such as item.messages.",
    "Begin with 'item.'.",
    at=tuple(f"{schema}.item_reference" for schema in REFERENCES),
    sources=said(
        *(
            f"CreateEval{kind}RunDataSource/properties/input_messages/oneOf/1/properties/item_reference"
            for kind in ("Completions", "Responses")
        )
    ),
)
def item_reference_begins_with_item(value: Any) -> Iterator[Finding]:
    if isinstance(value, str) and not value.startswith("item."):
        yield Finding("Invalid {param}: expected a variable of item, such as item.messages.")


def _templates(value: Any, path: Path) -> Iterator[tuple[Path, str, str | None]]:
    """Yield the templates in the texts of a value: the path, the name, and the member that follows it.

    The source of a Python grader is skipped, because braces have another meaning there.
    """
    pending, read = [(path, value)], 0
    while pending and read < MOST_TEXTS:
        at, part = pending.pop()
        read += 1
        if isinstance(part, str):
            for found in TEMPLATE.finditer(part):
                yield at, found[1], found[2]
        elif isinstance(part, dict):
            pending += [((*at, name), member) for name, member in part.items() if name != "source"]
        elif isinstance(part, list):
            pending += [((*at, index), member) for index, member in enumerate(part)]


@rule(
    "eval.template.namespace",
    "warning",
    "prose",
    "Templates speak of {{item.…}} and {{sample.…}}.",
    "Begin with 'item.' for what the data has, with 'sample.' for what the model wrote.",
    at="CreateEvalRequest.testing_criteria",
    sources=said("CreateEvalRequest/properties/testing_criteria"),
)
def templates_speak_of_item_and_sample(criteria: Any) -> Iterator[Finding]:
    told: set[Path] = set()
    for path, name, _ in _templates(criteria, ()):
        if name not in NAMESPACES and path not in told:
            told.add(path)
            yield Finding("Unknown name in a template of {param}: expected item.… or sample.….", member=path)


@rule(
    "eval.template.item-known",
    "warning",
    "inferred",
    "What a template asks of item is a property of item_schema.",
    "Add the property to item_schema, or fix the name.",
    at="CreateEvalRequest",
    sources=said("CreateEvalRequest/properties/data_source_config", "CreateEvalCustomDataSourceConfig"),
)
def items_have_what_templates_ask(request: Any) -> Iterator[Finding]:
    config = request.get("data_source_config")
    schema = config.get("item_schema") if isinstance(config, dict) else None
    if not isinstance(schema, dict) or not schema.keys() <= PLAIN:
        return  # another keyword may bring more properties
    known = schema.get("properties")
    if not isinstance(known, dict):
        return
    told: set[Path] = set()
    for path, name, member in _templates(request.get("testing_criteria"), ("testing_criteria",)):
        if name == "item" and member is not None and member not in known and path not in told:
            told.add(path)
            yield Finding("Unknown property of item in a template of {param}: item_schema has none.", member=path)


@rule(
    "eval.item-schema.is-json-schema",
    "error",
    "prose",
    "item_schema is a JSON Schema: it fits the meta-schema of $schema, or of draft 2020-12.",
    IS_JSON_SCHEMA,
    at="CreateEvalCustomDataSourceConfig.item_schema",
    sources=said("CreateEvalCustomDataSourceConfig/properties/item_schema"),
)
def item_schema_is_a_json_schema(schema: Any) -> Iterator[Finding]:
    yield from carried(schema, (), ITEM_SCHEMA, strict=False)


ITEM_SCHEMA = Place({"json-schema": item_schema_is_a_json_schema}, is_function=False, code="invalid_value")


@rule(
    "eval.stored-completions.deprecated",
    "note",
    "prose",
    "The data of an eval comes from logs; the source stored_completions is deprecated.",
    "Send {'type': 'logs'}.",
    at="CreateEvalStoredCompletionsDataSourceConfig.type",
    sources=said("CreateEvalStoredCompletionsDataSourceConfig"),
)
def stored_completions_are_logs(value: Any) -> Iterator[Finding]:
    if value == "stored_completions":
        yield Finding("Deprecated value for {param}: logs takes its place.")


@rule(
    "eval-run.created.order",
    "warning",
    "inferred",
    "created_after is not later than created_before.",
    "Exchange the two.",
    at=SOURCES,
    sources=said(*(f"{schema}/properties/created_after/anyOf/0" for schema in SOURCES)),
)
def created_after_is_not_later(source: Any) -> Iterator[Finding]:
    after, before = source.get("created_after"), source.get("created_before")
    if is_number(after) and is_number(before) and after > before:
        yield Finding("Invalid {param}: expected a time before created_before.", member=("created_after",))
