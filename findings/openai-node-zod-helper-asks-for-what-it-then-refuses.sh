#!/usr/bin/env bash
# The Zod helper of the Node SDK asks the model for the output side of a schema and then reads the
# answer with the input side.
#
# Guess: The schema sent and the check of the answer are two views of one side, so an answer that
#   fits the schema always parses.
# What happens: For z.stringbool() and for a pipe from text to number the schema sent says boolean
#   and number, and the helper's own parser then refuses true and 3: it waits for text. Every
#   right answer throws. A plain transform is refused when the format is made; these are not.
# Why it matters: Whoever turns a form schema into a structured output: it fails on each call,
#   after the tokens are paid for.
# Source: Zod documentation, JSON Schema, option io; openai-node, helpers/zod, zodTextFormat.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  openai@6.49.0 zod@4.6.7; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
openai 6.49.0
zod 4.6.7
plain schema sent: {"type":"boolean"}
  answer true -> {"a":true}
stringbool schema sent: {"type":"boolean"}
  stringbool throws: Invalid input: expected string, received boolean
pipe schema sent: {"type":"number"}
  pipe throws: Invalid input: expected string, received number
  transform throws: Transforms cannot be represented in JSON Schema
TEXT

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { zodTextFormat } from 'openai/helpers/zod';
import { z } from 'zod';
for (const name of ['openai', 'zod']) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const cases = {
  plain: [z.boolean(), 'true'],
  stringbool: [z.stringbool(), 'true'],
  pipe: [z.string().transform(Number).pipe(z.number()), '3'],
  transform: [z.string().transform(Number), '3'],
};
for (const [name, [schema, answer]] of Object.entries(cases)) {
  try {
    const format = zodTextFormat(z.object({ a: schema }), 'answer');
    console.log(name, 'schema sent:', JSON.stringify(format.schema.properties.a));
    console.log('  answer', answer, '->', JSON.stringify(format.$parseRaw(`{"a":${answer}}`)));
  } catch (error) {
    const first = error.issues ? error.issues[0].message : error.message;
    console.log(' ', name, 'throws:', first);
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
