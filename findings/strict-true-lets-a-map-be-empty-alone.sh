#!/usr/bin/env bash
# With strict=True, two libraries turn a map of numbers into an object that can only be {}.
#
# Guess: Strict mode has no maps, so the library raises (openai-agents does) or the API refuses the
#   schema (it refuses that of openai-python).
# What happens: pydantic-ai and langchain-core put additionalProperties: false in the place of the
#   map's numbers. That keeps the rules of strict mode; every answer then has an empty map, which
#   the user's model reads without complaint.
# Why it matters: Whoever asks for scores by name, amounts by currency: the answer is valid, and the
#   numbers are gone.
# Source: OpenAI guide, Structured Outputs, additionalProperties: false must always be set in
#   objects; openai-python issue 2004 (the same there, mended since); pydantic-ai pull request
#   4321 (a warning of it, for Anthropic alone).
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'pydantic-ai-slim[openai]==2.68.0' 'langchain-core==1.8.3' 'openai-agents==0.24.0' 'openai==3.57.0' \
  'pydantic==2.14.4' 'jsonschema==4.26.0'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
pydantic-ai-slim 2.68.0
langchain-core 1.8.3
openai 3.57.0
openai-agents 0.24.0
pydantic 2.14.4
pydantic-ai -> additionalProperties: False | {} is valid: True | {"a": 1} is valid: False
langchain-core -> additionalProperties: False | {} is valid: True | {"a": 1} is valid: False
openai-python -> additionalProperties: {'type': 'integer'} | {} is valid: True | {"a": 1} is valid: True
openai-agents raises UserError
Report reads the empty one: scores={}
TEXT

cat >look.py <<'PY'
import json
import warnings
from importlib.metadata import version

import httpx2
import jsonschema
import openai
from agents import AgentOutputSchema
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import BaseModel
from pydantic_ai import Agent, NativeOutput
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

warnings.simplefilter("ignore")
sent = []


class Report(BaseModel):
    scores: dict[str, int]


def answer(request: httpx2.Request) -> httpx2.Response:
    sent.append(json.loads(request.content))
    return httpx2.Response(400, json={"error": {"message": "enough seen"}})


def of_pydantic_ai():
    http = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
    client = openai.AsyncOpenAI(api_key="none", max_retries=0, http_client=http)
    model = OpenAIChatModel("gpt-4.1", provider=OpenAIProvider(openai_client=client))
    try:
        Agent(model, output_type=NativeOutput(Report, strict=True)).run_sync("Hi")
    except Exception:
        pass
    return sent[-1]["response_format"]["json_schema"]["schema"]


WAYS = {
    "pydantic-ai": of_pydantic_ai,
    "langchain-core": lambda: convert_to_openai_tool(Report, strict=True)["function"]["parameters"],
    "openai-python": lambda: openai.pydantic_function_tool(Report)["function"]["parameters"],
    "openai-agents": lambda: AgentOutputSchema(Report).json_schema(),
}
for name in ("pydantic-ai-slim", "langchain-core", "openai", "openai-agents", "pydantic"):
    print(name, version(name))
for name, way in WAYS.items():
    try:
        schema = way()
    except Exception as error:
        print(name, "raises", type(error).__name__)
        continue
    shown = schema["properties"]["scores"]["additionalProperties"]
    valid = [jsonschema.Draft202012Validator(schema).is_valid({"scores": scores}) for scores in ({}, {"a": 1})]
    print(name, "-> additionalProperties:", shown, "| {} is valid:", valid[0], '| {"a": 1} is valid:', valid[1])
print("Report reads the empty one:", Report.model_validate_json('{"scores": {}}'))
PY
env/bin/python look.py >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
