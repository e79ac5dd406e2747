#!/usr/bin/env bash
# Two tools accept as format time just what RFC 3339 forbids and refuse what it demands: the zone.
#
# Guess: A tool that is unsure accepts both 10:00:00 and 10:00:00Z; none accepts only the form
#   without a zone.
# What happens: The OpenAPI 3.1 validator of openapi-schema-validator and the code that
#   json-schema-to-zod writes accept 10:00:00 and refuse 10:00:00Z. jsonschema, ajv-formats and
#   zod's own fromJSONSchema do the opposite. A document that passes one group fails the other.
# Why it matters: Whoever checks requests by one tool and answers by another: no text passes both.
# Source: RFC 3339, section 5.6 (full-time = partial-time time-offset); JSON Schema 2020-12
#   validation, section 7.3.1.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'openapi-schema-validator==0.8.1' 'jsonschema==4.26.0' 'rfc3339-validator==0.1.4'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  json-schema-to-zod@2.8.1 zod@4.6.7 ajv@8.20.0 ajv-formats@3.0.1; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
openapi-schema-validator 0.8.1
jsonschema 4.26.0
OAS31Validator: 10:00:00 True, 10:00:00Z False
Draft202012Validator: 10:00:00 False, 10:00:00Z True
json-schema-to-zod 2.8.1
zod 4.6.7
ajv-formats 3.0.1
z.string().time(): 10:00:00 true, 10:00:00Z false
z.fromJSONSchema: 10:00:00 false, 10:00:00Z true
ajv-formats: 10:00:00 false, 10:00:00Z true
TEXT

cat >look.py <<'PY'
from importlib.metadata import version

import jsonschema
from openapi_schema_validator import OAS31Validator

for name in ("openapi-schema-validator", "jsonschema"):
    print(name, version(name))
tools = {"OAS31Validator": OAS31Validator, "Draft202012Validator": jsonschema.Draft202012Validator}
for name, tool in tools.items():
    check = tool({"type": "string", "format": "time"}, format_checker=tool.FORMAT_CHECKER)
    print(f"{name}: " + ", ".join(f"{t} {check.is_valid(t)}" for t in ("10:00:00", "10:00:00Z")))
PY
env/bin/python look.py >got.txt
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { jsonSchemaToZod } from 'json-schema-to-zod';
import { z } from 'zod';
for (const name of ['json-schema-to-zod', 'zod', 'ajv-formats']) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const schema = { type: 'string', format: 'time' };
const ajv = new Ajv.default();
formats.default(ajv);
const code = jsonSchemaToZod(schema, { noImport: true });
const tools = {
  [code]: (text) => Function('z', `return ${code}`)(z).safeParse(text).success,
  'z.fromJSONSchema': (text) => z.fromJSONSchema(schema).safeParse(text).success,
  'ajv-formats': ajv.compile(schema),
};
for (const [name, check] of Object.entries(tools)) {
  console.log(`${name}: ` + ['10:00:00', '10:00:00Z'].map((text) => `${text} ${check(text)}`).join(', '));
}
JS
node look.mjs >>got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
