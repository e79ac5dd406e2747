#!/usr/bin/env bash
# One field with a default turns strict mode off for the whole answer in pydantic-ai, without a word.
#
# Guess: An agent with a pydantic model as its output asks OpenAI to hold the answer to the schema;
#   a field with a default is made required or nullable, as in OpenAI's own SDK.
# What happens: The library asks for strict only where its conversion would lose nothing. One
#   default, also the usual None of an optional field, is enough: NativeOutput sends strict:
#   false, a tool sends none. No warning comes. With strict=True the same default goes away and
#   the field is required.
# Why it matters: Whoever adds an optional field to a working model: all other fields are no longer
#   held either, which shows as rare answers that do not parse.
# Source: pydantic-ai documentation, NativeOutput and ToolOutput, strict; pydantic-ai issue 1488 and
#   pull request 2447 (strict is inferred); OpenAI guide, Structured Outputs, all fields must be
#   required.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'pydantic-ai-slim[openai]==2.68.0' 'openai==3.57.0' 'pydantic==2.14.4'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
pydantic-ai-slim 2.68.0
openai 3.57.0
pydantic 2.14.4
Plain NativeOutput -> strict: True, required: ['name'], warnings: 0
Plain ToolOutput -> strict: True, required: ['name'], warnings: 0
WithDefault NativeOutput -> strict: False, required: ['name'], warnings: 0
WithDefault ToolOutput -> strict: absent, required: ['name'], warnings: 0
WithNone NativeOutput -> strict: False, required: ['name'], warnings: 0
WithNone ToolOutput -> strict: absent, required: ['name'], warnings: 0
WithDefault NativeOutput, strict=True -> strict: True, required: ['name', 'count'], warnings: 0
TEXT

cat >look.py <<'PY'
import json
import warnings
from importlib.metadata import version

import httpx2
import openai
from pydantic import BaseModel
from pydantic_ai import Agent, NativeOutput, ToolOutput
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

sent = []


class Plain(BaseModel):
    name: str


class WithDefault(BaseModel):
    name: str
    count: int = 1


class WithNone(BaseModel):
    name: str
    note: str | None = None


def answer(request: httpx2.Request) -> httpx2.Response:
    sent.append(json.loads(request.content))
    return httpx2.Response(400, json={"error": {"message": "enough seen"}})


def strict_of(output) -> str:
    http = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
    client = openai.AsyncOpenAI(api_key="none", max_retries=0, http_client=http)
    agent = Agent(OpenAIChatModel("gpt-4.1", provider=OpenAIProvider(openai_client=client)), output_type=output)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            agent.run_sync("Hi")
        except Exception:
            pass
    said = sum("strict" in str(warning.message) for warning in told)
    holder = sent[-1].get("response_format", {}).get("json_schema") or sent[-1]["tools"][0]["function"]
    schema = holder.get("schema") or holder["parameters"]
    return f"strict: {holder.get('strict', 'absent')}, required: {schema['required']}, warnings: {said}"


for name in ("pydantic-ai-slim", "openai", "pydantic"):
    print(name, version(name))
for model in (Plain, WithDefault, WithNone):
    print(model.__name__, "NativeOutput ->", strict_of(NativeOutput(model)))
    print(model.__name__, "ToolOutput ->", strict_of(ToolOutput(model)))
print("WithDefault NativeOutput, strict=True ->", strict_of(NativeOutput(WithDefault, strict=True)))
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
