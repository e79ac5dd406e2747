#!/usr/bin/env bash
# z.fromJSONSchema forgets a required name that has no entry in properties, and so the usual way
# to say 'one of these two'.
#
# Guess: required holds whether or not properties lists the name, since JSON Schema keeps the two
#   apart; what cannot be said in Zod is refused loudly, as if and not are.
# What happens: A required name without a property is dropped. anyOf with a required list in each
#   branch, beside the properties, accepts the empty object. Sibling keywords of $ref are dropped
#   as well. None of it throws.
# Why it matters: Whoever turns OpenAPI schemas into Zod at run time; the pattern is the common
#   one for 'file or URL, at least one'.
# Source: JSON Schema 2020-12 validation, section 6.5.3 (required), and core, section 8.2.3.1
#   ($ref beside other keywords); Zod documentation, JSON Schema.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  zod@4.6.7 ajv@8.20.0; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
zod 4.6.7
ajv 8.20.0
{"type":"object","required":["a"]} {} ajv false zod true
{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]} {} ajv false zod false
{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]} {} ajv false zod true
{"$defs":{"t":{"type":"string"}},"$ref":"#/$defs/t","minLength":3} "x" ajv false zod true
{"if":{"type":"string"}} throws: Conditional schemas (if/then/else) are not supported
{"not":{"type":"string"}} throws: not is not supported in Zod (except { not: {} } for never)
TEXT

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { z } from 'zod';
for (const name of ['zod', 'ajv']) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const text = { type: 'string' };
const cases = [
  [{ type: 'object', required: ['a'] }, {}],
  [{ type: 'object', properties: { a: text }, required: ['a'] }, {}],
  [{ type: 'object', properties: { a: text, b: text }, anyOf: [{ required: ['a'] }, { required: ['b'] }] }, {}],
  [{ $defs: { t: text }, $ref: '#/$defs/t', minLength: 3 }, 'x'],
];
for (const [schema, value] of cases) {
  const ajv = new Ajv.default({ strict: false }).compile(schema)(value);
  const zod = z.fromJSONSchema(schema).safeParse(value).success;
  console.log(JSON.stringify(schema), JSON.stringify(value), 'ajv', ajv, 'zod', zod);
}
for (const schema of [{ if: text }, { not: text }]) {
  try {
    z.fromJSONSchema(schema);
    console.log(JSON.stringify(schema), 'taken');
  } catch (error) {
    console.log(JSON.stringify(schema), 'throws:', error.message);
  }
}
JS
node look.mjs >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
