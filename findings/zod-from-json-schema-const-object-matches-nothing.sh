#!/usr/bin/env bash
# z.fromJSONSchema makes a schema that refuses every object or array that const or enum names.
#
# Guess: const with an object is compared by content, or the function throws as it does for if and
#   for not.
# What happens: The object in const becomes a literal compared by reference, so no parsed document
#   can ever be equal to it. An enum loses only its object members. Nothing is thrown or logged.
# Why it matters: Whoever builds validators from a spec at run time: one const object, and a whole
#   union branch is dead.
# Source: JSON Schema 2020-12 validation, sections 6.1.2 and 6.1.3 (enum, const); Zod
#   documentation, JSON Schema, z.fromJSONSchema.
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
{"const":{"type":"auto"}} {"type":"auto"} ajv true zod false
{"const":["text"]} ["text"] ajv true zod false
{"enum":["none",{"type":"auto"}]} {"type":"auto"} ajv true zod false
{"enum":["none",{"type":"auto"}]} "none" ajv true zod true
{"const":"auto"} "auto" ajv true zod true
TEXT

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { z } from 'zod';
for (const name of ['zod', 'ajv']) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const cases = [
  [{ const: { type: 'auto' } }, { type: 'auto' }],
  [{ const: ['text'] }, ['text']],
  [{ enum: ['none', { type: 'auto' }] }, { type: 'auto' }],
  [{ enum: ['none', { type: 'auto' }] }, 'none'],
  [{ const: 'auto' }, 'auto'],
];
for (const [schema, value] of cases) {
  const ajv = new Ajv.default().compile(schema)(value);
  const zod = z.fromJSONSchema(schema).safeParse(value).success;
  console.log(JSON.stringify(schema), JSON.stringify(value), 'ajv', ajv, 'zod', zod);
}
JS
node look.mjs >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
