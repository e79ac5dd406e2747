"""The contenders: for each library, a function that takes the name of a schema and returns a validator.

A validator takes a payload and returns False to refuse it. A floor only does the least work and gives no verdict, so it
returns something else. Each import is inside the function that needs it, since each contender has its own process.
The JSON Schema validators read presend's effective schemas, which have more limits than the spec. openapi-core and
datamodel-code-generator read spec/openapi.yaml, as their users do.
"""

from __future__ import annotations

import functools
import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bench.payloads import IMAGE, RESPONSE

if TYPE_CHECKING:
    from collections.abc import Callable

    Judge = Callable[[Any], Any]

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build" / "bench"
SPEC = ROOT / "spec" / "openapi.yaml"
SCHEMAS = ROOT / "src" / "presend" / "openai" / "schemas.json"
NO_FILES = "no file fields"
FLOOR, IMAGE_FLOOR = "orjson.loads", "CRC and inflate"
PATHS = {
    "CreateImageVariationRequest": "/images/variations",
    "CreateMessageRequest": "/threads/thread_1/messages",
    "CreateModerationRequest": "/moderations",
    "CreateModerationResponse": "/moderations",
    "CreateRunRequest": "/threads/thread_1/runs",
}


class Cannot(Exception):  # no error: a cell of the table says it
    """Say why a contender cannot judge a payload."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Describe one: its name, what makes its judge, what it is given, and whether it judges or only reads."""

    name: str
    make: Callable[[str], Judge]
    takes: Literal["bytes", "mapping"] = "bytes"
    judges: bool = True


def _json(schema: str) -> Judge:
    _needs_json(schema)
    return json.loads


def _orjson(schema: str) -> Judge:
    import orjson

    _needs_json(schema)
    loads: Judge = orjson.loads
    return loads


def _plain_models(schema: str) -> Judge:
    """Return the judge of the models that datamodel-code-generator makes with its default options."""
    from pydantic import ValidationError

    sys.path.insert(0, str(BUILD))
    import plain_models

    model = getattr(plain_models, schema)
    validate = model.model_validate if schema == IMAGE else model.model_validate_json
    return _unless(ValidationError, validate)


def _msgspec(schema: str) -> Judge:
    import msgspec

    from bench import structs

    _needs_json(schema)
    return _unless(msgspec.ValidationError, msgspec.json.Decoder(getattr(structs, schema)).decode)


def _jsonschema(schema: str) -> Judge:
    import jsonschema
    import orjson

    is_valid = jsonschema.Draft202012Validator(_effective(schema)).is_valid
    return lambda text: is_valid(orjson.loads(text))


def _fastjsonschema(schema: str) -> Judge:
    import fastjsonschema
    import jsonschema_specifications
    import orjson

    # It follows references in keywords that are no keywords, and would fetch the metaschema from the web.
    spoken = _without(_effective(schema), "x-presend-")
    handlers = {"https": jsonschema_specifications.REGISTRY.contents}
    validate = fastjsonschema.compile(spoken, handlers=handlers)
    return _unless(fastjsonschema.JsonSchemaValueException, lambda text: validate(orjson.loads(text)))


def _jsonschema_rs(schema: str) -> Judge:
    import jsonschema_rs
    import orjson

    is_valid = jsonschema_rs.Draft202012Validator(_effective(schema)).is_valid
    return lambda text: is_valid(orjson.loads(text))


def _openapi_core(schema: str) -> Judge:
    """Return the judge of whole requests and responses; the path and the operation are found each time, as in use."""
    from openapi_core.exceptions import OpenAPIError
    from openapi_core.testing import MockRequest, MockResponse

    api = _openapi()
    path = f"/v1{PATHS[schema]}"

    def request(body: Any) -> MockRequest:
        return MockRequest("https://api.openai.com", "post", path, data=body)

    def judge_response(body: bytes) -> None:
        api.validate_response(request(b'{"input":"a"}'), MockResponse(body))

    _needs_json(schema)
    if schema == RESPONSE:
        return _unless(OpenAPIError, judge_response)
    return _unless(OpenAPIError, lambda body: api.validate_request(request(body)))


@functools.cache
def _openapi() -> Any:
    import yaml
    from openapi_core import OpenAPI

    return OpenAPI.from_dict(yaml.load(SPEC.read_text("utf-8"), yaml.CSafeLoader))


def _validate(schema: str) -> Judge:
    import presend

    return _unless(presend.InvalidPayload, functools.partial(presend.validate, schema))


def _check(schema: str) -> Judge:
    """Return a function that finds all problems; refused means a problem of severity error."""
    import presend

    return functools.partial(presend.check, schema)


def _is_valid(schema: str) -> Judge:
    import presend

    return functools.partial(presend.is_valid, schema)


def _crc_and_inflate(schema: str) -> Judge:
    from bench.images import crc_and_inflate

    _needs_image(schema)
    return lambda payload: crc_and_inflate(payload["image"])


def _pillow_verify(schema: str) -> Judge:
    from PIL import Image

    _needs_image(schema)
    return _unless((OSError, SyntaxError), lambda payload: Image.open(io.BytesIO(payload["image"])).verify())


def _pillow_load(schema: str) -> Judge:
    from PIL import Image

    _needs_image(schema)
    return _unless((OSError, SyntaxError), lambda payload: Image.open(io.BytesIO(payload["image"])).load())


def _needs_json(schema: str) -> None:
    if schema == IMAGE:
        raise Cannot(NO_FILES)


def _needs_image(schema: str) -> None:
    if schema != IMAGE:
        raise Cannot("images only")


def _effective(schema: str) -> Any:
    """Return the effective schema of a root and what it refers to; files are strings, since JSON has no bytes."""
    _needs_json(schema)
    bundle = json.loads(SCHEMAS.read_text("utf-8"))
    return {"$schema": bundle["$schema"], "$defs": bundle["$defs"], "$ref": f"#/$defs/{schema}"}


def _without(node: Any, prefix: str) -> Any:
    """Return a schema without the keywords that start with `prefix`."""
    if isinstance(node, dict):
        return {key: _without(value, prefix) for key, value in node.items() if not key.startswith(prefix)}
    return [_without(value, prefix) for value in node] if isinstance(node, list) else node


def _unless(errors: Any, validate: Judge) -> Judge:
    """Return what says False where `validate` raises one of `errors`, else True."""

    def judge(payload: Any) -> bool:
        try:
            validate(payload)
        except errors:
            return False
        return True

    return judge


def _stage_parse(schema: str) -> Judge:  # noqa: ARG001 - it needs none
    from presend.reading.json_text import quick_parser

    return quick_parser()


def _stage_decode(schema: str) -> Judge:
    from presend.fastpath.quick import decoder
    from presend.packs.find import find_pack

    return decoder(find_pack(), schema)


def _stage_convert(schema: str) -> Judge:
    from presend.fastpath.quick import converter
    from presend.packs.find import find_pack

    return converter(find_pack(), schema)


def _stage_build(schema: str) -> Judge:
    from presend.fastpath.build import builder
    from presend.packs.find import find_pack

    return builder(find_pack(), schema)


READERS = (
    Contender(FLOOR, _orjson, judges=False),
    Contender("json.loads", _json, judges=False),
    Contender(IMAGE_FLOOR, _crc_and_inflate, judges=False),
)
PEERS = (
    Contender("plain generated models", _plain_models),
    Contender("msgspec", _msgspec),
    Contender("jsonschema", _jsonschema),
    Contender("fastjsonschema", _fastjsonschema),
    Contender("jsonschema-rs", _jsonschema_rs),
    Contender("openapi-core", _openapi_core),
    Contender("Pillow verify", _pillow_verify),
    Contender("Pillow load", _pillow_load),
)
OURS = (
    Contender("presend.is_valid", _is_valid),
    Contender("presend.validate", _validate),
    Contender("presend.check", _check),
    Contender("presend.is_valid, mapping", _is_valid, "mapping"),
    Contender("presend.validate, mapping", _validate, "mapping"),
    Contender("presend.check, mapping", _check, "mapping"),
)
STAGES = (  # what presend's calls are made of, for the profile
    Contender("msgspec: parse to plain data", _stage_parse, judges=False),
    Contender("prove the text valid (all of is_valid's work)", _stage_decode, judges=False),
    Contender("prove plain data valid (of is_valid, mapping)", _stage_convert, "mapping", judges=False),
    Contender("check and build the model", _stage_build, "mapping", judges=False),
    Contender("is_valid", _is_valid),
    Contender("validate", _validate),
    Contender("check", _check),
)
CONTENDERS = {contender.name: contender for contender in (*READERS, *PEERS, *OURS, *STAGES)}
