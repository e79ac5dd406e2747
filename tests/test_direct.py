"""Models that `direct` writes are, to the letter, those of datamodel-code-generator."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings

from presend_codegen.canonical.document import tidy
from presend_codegen.canonical.spelling import member_names
from presend_codegen.emitting.direct import written
from presend_codegen.emitting.direct_types import UnknownForm
from presend_codegen.emitting.emit import laid_out
from presend_codegen.emitting.generator import generated
from presend_codegen.passes.effective import effective_of
from presend_codegen.passes.verify import verify
from presend_codegen.source.load import SpecError, load_document
from tests.amount import examples
from tests.made_packs import effective
from tests.schema_strategies import documents, openapi_documents
from tests.specs import path_of, spec

TOP = '"""Models of a test."""'
SETTINGS = settings(max_examples=examples(100), suppress_health_check=list(HealthCheck))


def effective_schemas_of(document: dict[str, Any]) -> dict[str, Any]:
    tidied = tidy(document).document
    schemas = tidied["components"]["schemas"]
    verify(schemas, allow_unsupported=True)
    return effective_of(tidied, schemas).schemas


def both(schemas: dict[str, Any]) -> tuple[str, str]:
    """Return the source of the models as each writes it; two empty texts where `direct` leaves it to the generator."""
    members = member_names({name: None for one in schemas.values() for name in one.get("properties", ())}, schemas)
    try:
        ours = written(schemas, members, TOP)
    except UnknownForm:
        return "", ""
    return laid_out(ours), laid_out(generated(schemas, members, TOP))


def test_models_of_a_public_spec() -> None:
    ours, theirs = both(effective_schemas_of(load_document(path_of("cohere_official"))))
    assert ours == theirs != ""


def test_equal_lists_in_a_union_are_left_to_the_generator() -> None:
    branches = [{"maxProperties": 0, "properties": {"a": False}}, {"type": "array", "items": {}}]
    ours, theirs = both(effective({"Root": {"additionalProperties": False, "anyOf": branches}}))
    assert ours == theirs


def test_models_of_any_json_schema() -> None:
    @SETTINGS
    @given(documents)
    def holds(document: Any) -> None:
        try:
            ours, theirs = both(effective({"Root": document}))
        except SpecError:
            return
        assert ours == theirs

    holds()


def test_models_of_any_openapi_document() -> None:
    @SETTINGS
    @given(openapi_documents())
    def holds(schemas: dict[str, Any]) -> None:
        try:
            ours, theirs = both(effective_schemas_of(spec(schemas)))
        except SpecError:
            return
        assert ours == theirs

    holds()


def test_a_named_map_of_unions_is_a_map() -> None:
    """The generator gives the map's name to the first type inside it (0.89.0), which is why it is not asked here."""
    inner = {"anyOf": [{"type": "string", "maxLength": 9}, {"type": "boolean"}]}
    source = written({"Facts": {"type": "object", "additionalProperties": inner}}, {}, TOP)
    assert 'TypeAliasType("Facts", dict[str, Annotated[str, Field(max_length=9)] | bool])' in source
