#!/usr/bin/env bash
# In Ajv for 2020-12, contains marks every item as evaluated, so unevaluatedItems: false beside it
# refuses nothing.
#
# Guess: An item that contains does not match stays unevaluated, and unevaluatedItems: false
#   refuses it; a validator that lacks this would rather refuse too much.
# What happens: Ajv accepts a text and a number where only texts are allowed. jsonschema and
#   jsonschema-rs refuse it. With the if keyword alone (no then, no else) it goes the other way:
#   Ajv refuses what the others accept, since it drops what if has evaluated.
# Why it matters: Whoever validates on both sides: the browser takes what the Python server then
#   refuses.
# Source: JSON Schema 2020-12 core, sections 10.3.1.3 (contains), 10.2.2.1 (if) and 11.2
#   (unevaluatedItems); Ajv issue 1909 (unevaluatedItems with contains).
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'jsonschema==4.26.0' 'jsonschema-rs==0.61.2'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  ajv@8.20.0; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
jsonschema 4.26.0
jsonschema-rs 0.61.2
{"type": "array", "contains": {"type": "string"}, "unevaluatedItems": false} ["a"]
  jsonschema    True
  jsonschema-rs True
{"type": "array", "contains": {"type": "string"}, "unevaluatedItems": false} ["a", 1]
  jsonschema    False
  jsonschema-rs False
{"type": "object", "if": {"properties": {"a": {"const": 1}}}, "unevaluatedProperties": false} {"a": 1}
  jsonschema    True
  jsonschema-rs True
ajv 8.20.0
["a"] true
["a",1] true
{"a":1} false
TEXT

cat >cases.json <<'JSON'
[[{"type": "array", "contains": {"type": "string"}, "unevaluatedItems": false}, ["a"]],
 [{"type": "array", "contains": {"type": "string"}, "unevaluatedItems": false}, ["a", 1]],
 [{"type": "object", "if": {"properties": {"a": {"const": 1}}}, "unevaluatedProperties": false}, {"a": 1}]]
JSON
cat >look.py <<'PY'
from importlib.metadata import version
import json

import jsonschema
import jsonschema_rs

for name in ("jsonschema", "jsonschema-rs"):
    print(name, version(name))
for schema, value in json.load(open("cases.json")):
    print(json.dumps(schema), json.dumps(value))
    print("  jsonschema   ", jsonschema.Draft202012Validator(schema).is_valid(value))
    print("  jsonschema-rs", jsonschema_rs.Draft202012Validator(schema).is_valid(value))
PY
env/bin/python look.py >got.txt
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
for (const name of ['ajv']) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
for (const [schema, value] of JSON.parse(readFileSync('cases.json'))) {
  const ajv = new Ajv.default({ strict: false });
  console.log(JSON.stringify(value), ajv.compile(schema)(value));
}
JS
node look.mjs >>got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
