"""Strategies for the requirements of the rules of responses, conversations and containers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend.openai.rules.parts import items, type_of
from presend.openai.strategies import json_schemas
from presend.openai.today.rules.item_ids import PREFIXES
from presend.openai.today.rules.item_order import call_has_its_output, output_has_its_call
from presend.openai.today.rules.request_parts import CONVERSATIONS, REQUESTS, input_items, kind_of_item
from presend.openai.today.rules.response_built_in_tools import SERVERS
from presend.openai.today.rules.response_choice import forced_tool_choice_has_tools, named_tool_is_among_the_tools
from presend.openai.today.rules.response_items import MADE
from presend.openai.today.rules.response_models import (
    model_is_for_responses,
    temperature_fits_the_model,
    tools_go_with_minimal_effort,
    top_p_fits_the_model,
)
from presend.openai.today.rules.response_parts import FILES, IMAGES
from presend.openai.today.rules.response_tools import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.rule import Rule

    Values = st.SearchStrategy[Any]
    Better = Callable[[Values], Values]

ADDRESS = "https://example.com/a"
FILE_DATA = "data:application/pdf;base64,JVBERi0="
CLOSED = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}
image_urls = st.sampled_from([ADDRESS, "data:image/png;base64,iVBORw0KGgo=", None])
object_schemas = st.dictionaries(st.text("abc", max_size=3), json_schemas, max_size=2).map(
    lambda members: {"type": "object", "properties": members}
)
sizes = st.sampled_from(["auto", "1024x1024", "1536x1024"])


def _mended(mend: Callable[[dict[str, Any]], dict[str, Any]]) -> Better:
    return lambda drawn: drawn.map(lambda value: mend(dict(value)) if isinstance(value, dict) else value)


def _always(values: Values) -> Better:
    return lambda _: values


def _with_one(*names: str, value: str) -> Better:
    """Add the first of some members to an object that has none of them."""
    return _mended(
        lambda part: part if any(part.get(name) is not None for name in names) else {**part, names[0]: value}
    )


def _file(part: dict[str, Any]) -> dict[str, Any]:
    if part.get("file_data") is not None:
        part["filename"] = part.get("filename") or "a.pdf"
    elif part.get("file_url") is None and part.get("file_id") is None:
        part["file_id"] = "file-1"
    return part


def _strict(member: str) -> Better:
    return _mended(
        lambda holder: (
            {**holder, member: CLOSED}
            if holder.get("strict") is True and isinstance(holder.get(member), dict)
            else holder
        )
    )


def _image_tool(tool: dict[str, Any]) -> dict[str, Any]:
    if tool.get("background") == "transparent":
        tool.pop("output_format", None)
    return tool


def _message(message: dict[str, Any]) -> dict[str, Any]:
    kinds = {type_of(part) for part in items(message.get("content"))}
    if kinds & {*MADE}:
        message["role"] = "assistant"
    elif kinds and message["role"] == "assistant":
        message["role"] = "user"
    return message


def _items(request: dict[str, Any]) -> dict[str, Any]:
    """Give each item the id of its kind and its place, and put a trigger last."""
    for member in ("input", "items"):
        if isinstance(request.get(member), list):
            request[member] = sorted(request[member], key=lambda item: type_of(item) == "compaction_trigger")
            triggers = [item for item in request[member] if type_of(item) == "compaction_trigger"]
            request[member] = (
                request[member][: len(request[member]) - len(triggers) + 1] if triggers else request[member]
            )
    for member, place, item in input_items(request):
        kind = kind_of_item(item) or ""
        if item.get("id") is not None or (member == "items" and kind == "reasoning"):
            request[member][place] = {**item, "id": f"{PREFIXES.get(kind, 'item')}_{place}"}
    return request


OF_MODELS = (model_is_for_responses, temperature_fits_the_model, tools_go_with_minimal_effort, top_p_fits_the_model)


def _request(request: dict[str, Any]) -> dict[str, Any]:
    request = _items(request)
    if request.get("previous_response_id") is not None:
        request["previous_response_id"] = "resp_1"
        request.pop("conversation", None)
    if isinstance(request.get("stream_options"), dict):
        request["stream"] = True
    request.pop("background_options", None)
    text = request.get("text")
    if isinstance(text, dict) and type_of(text.get("format")) == "json_object":
        request["input"] = "Answer in JSON"
    if any(_breaks(rule, request) for rule in (forced_tool_choice_has_tools, named_tool_is_among_the_tools)):
        del request["tool_choice"]
    if any(_breaks(rule, request) for rule in OF_MODELS):
        request["model"] = "my-model"
    if any(_breaks(rule, request) for rule in (output_has_its_call, call_has_its_output)):
        request["previous_response_id"] = "resp_1"
    return request


def _breaks(rule: Rule, request: dict[str, Any]) -> bool:
    return rule.check is not None and any(finding.severity is None for finding in rule.check(request))


def _container_file(body: dict[str, Any]) -> dict[str, Any]:
    is_form = "file" in body and not isinstance(body["file"], str)
    return {"file": body["file"]} if is_form else {"file_id": "file-1"}


DRAWS: dict[str, Better] = {
    **{f"{name}.image_url": _always(image_urls) for name in IMAGES},
    **{name: _with_one("file_id", "image_url", value="file-1") for name in (*IMAGES, "ComputerScreenshotImage")},
    **{f"{name}.file_data": _always(st.just(FILE_DATA)) for name in FILES},
    **{f"{name}.file_url": _always(st.just(ADDRESS)) for name in FILES},
    **{name: _mended(_file) for name in FILES},
    **{f"{name}.parameters": _always(object_schemas) for name in FUNCTIONS},
    **{f"{name}.output_schema": _always(json_schemas) for name in FUNCTIONS},
    **{name: _strict("parameters") for name in FUNCTIONS},
    "TextResponseFormatJsonSchema.schema": _always(object_schemas),
    "TextResponseFormatJsonSchema": _strict("schema"),
    "MCPTool": _with_one(*SERVERS, value=ADDRESS),
    "InlineSkillSourceParam.data": _always(st.just("UEsDBA==")),
    "ImageGenTool.size": _always(sizes),
    "ImageGenTool": _mended(_image_tool),
    "EasyInputMessage": _mended(_message),
    "CreateContainerFileBody": _mended(_container_file),
    **{name: _mended(_request) for name in REQUESTS},
    **{name: _mended(_items) for name in CONVERSATIONS},
}
