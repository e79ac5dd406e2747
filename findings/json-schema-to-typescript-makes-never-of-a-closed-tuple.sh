#!/usr/bin/env bash
# json-schema-to-typescript turns a closed tuple of draft 2020-12 into never[], a type that only
# the empty array has.
#
# Guess: prefixItems becomes a tuple type, as items with a list did; a tool that does not know the
#   word falls back to unknown[].
# What happens: An open prefixItems is ignored (unknown[]). Closed with items: false, the form
#   that the draft recommends, items alone is read: never[]. TypeScript then refuses each value
#   that the schema allows. openapi-typescript makes the tuple.
# Why it matters: Whoever generates types from pydantic or Zod schemas, which write this form for
#   tuples.
# Source: JSON Schema 2020-12 core, section 10.3.1.1 (prefixItems) and 10.3.1.2 (items).
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  json-schema-to-typescript@16.0.0 openapi-typescript@7.13.0 typescript@5.9.3; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
json-schema-to-typescript 16.0.0
openapi-typescript 7.13.0
export interface Pair {
  /**
   * @minItems 2
   */
  closed?: never[];
  open?: unknown[];
}
closed: [ string, number ];
TEXT

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import openapi, { astToString } from 'openapi-typescript';
for (const name of ['json-schema-to-typescript', 'openapi-typescript']) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const pair = [{ type: 'string' }, { type: 'integer' }];
const closed = { type: 'array', prefixItems: pair, items: false, minItems: 2 };
const open = { type: 'array', prefixItems: pair };
const schema = { type: 'object', additionalProperties: false, properties: { closed, open } };
console.log((await compile(schema, 'Pair', { bannerComment: '' })).trim());
const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, components: { schemas: { closed } } };
const text = astToString(await openapi(document)).replace(/\s+/g, ' ');
console.log(text.match(/schemas: \{ (closed: .*?;) \}/)[1]);
JS
node look.mjs >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
