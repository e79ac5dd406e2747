#!/usr/bin/env bash
# Three helpers from OpenAI make three different things of one model in strict mode.
#
# Guess: pydantic_function_tool of openai-python, ensure_strict_json_schema of openai-agents and
#   zodTextFormat of openai-node share one set of rules.
# What happens: A union with a discriminator stays oneOf in openai-python; openai-agents and
#   openai-node turn it into anyOf. A map of numbers passes openai-python unchanged,
#   additionalProperties and all, while the other two raise. A tuple passes both Python helpers
#   with prefixItems; Node raises.
# Why it matters: Whoever moves a working agent tool to a plain structured output, or from Node to
#   Python: the same model, then a 400 from the server.
# Source: OpenAI guide, Structured Outputs, supported schemas; openai-python issue 2740 (extra
#   fields of a pydantic model in strict mode); openai-agents, strict_schema.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'openai==3.57.0' 'openai-agents==0.24.0' 'pydantic==2.14.4'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  openai@6.49.0 zod@4.6.7; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
openai 3.57.0
openai-agents 0.24.0
pydantic 2.14.4
Union openai-python: ['oneOf']
Union openai-agents: ['anyOf']
Map openai-python: ['additionalProperties', 'type']
Map openai-agents: raises UserError
Tuple openai-python: ['maxItems', 'minItems', 'prefixItems', 'type']
Tuple openai-agents: ['maxItems', 'minItems', 'prefixItems', 'type']
Node: openai 6.49.0
Node: zod 4.6.7
Union openai-node: [ 'anyOf' ]
Map openai-node: raises Object schema at `properties/a` must set `additionalProperties: false` to be compatible with strict Structured Outputs.
Tuple openai-node: raises Schema at `properties/a` uses tuple-form `items`, which cannot be represented in strict Structured Outputs.
TEXT

cat >look.py <<'PY'
from importlib.metadata import version
from typing import Annotated, Literal
import json

from agents.strict_schema import ensure_strict_json_schema
from openai import pydantic_function_tool
from pydantic import BaseModel, Field


class Cat(BaseModel):
    kind: Literal["cat"]


class Dog(BaseModel):
    kind: Literal["dog"]


class Union(BaseModel):
    a: Annotated[Cat | Dog, Field(discriminator="kind")]


class Map(BaseModel):
    a: dict[str, float]


class Tuple(BaseModel):
    a: tuple[str, float]


def words(make):
    try:
        part = make()["properties"]["a"]
    except Exception as error:
        return "raises " + type(error).__name__
    return sorted(part.keys() - {"title", "discriminator"})


for name in ("openai", "openai-agents", "pydantic"):
    print(name, version(name))
for model in (Union, Map, Tuple):
    print(model.__name__, "openai-python:", words(lambda: pydantic_function_tool(model)["function"]["parameters"]))
    print(model.__name__, "openai-agents:", words(lambda: ensure_strict_json_schema(model.model_json_schema())))
PY
env/bin/python look.py >got.txt
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { zodTextFormat } from 'openai/helpers/zod';
import { z } from 'zod';
for (const name of ['openai', 'zod']) {
  console.log('Node:', name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const cat = z.object({ kind: z.literal('cat') });
const dog = z.object({ kind: z.literal('dog') });
const cases = {
  Union: z.discriminatedUnion('kind', [cat, dog]),
  Map: z.record(z.string(), z.number()),
  Tuple: z.tuple([z.string(), z.number()]),
};
for (const [name, a] of Object.entries(cases)) {
  try {
    console.log(name, 'openai-node:', Object.keys(zodTextFormat(z.object({ a }), 'x').schema.properties.a));
  } catch (error) {
    console.log(name, 'openai-node: raises', error.message);
  }
}
JS
node look.mjs >>got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
