#!/usr/bin/env bash
# Ajv for 2020-12 refuses $anchor as an unknown keyword, although it resolves it once strict mode
# is off.
#
# Guess: The class for draft 2020-12 knows each core keyword of that draft; strict mode is about
#   keywords that no one knows.
# What happens: A schema in which a definition has $anchor throws in the default mode. With
#   strict: false the same schema compiles, and the reference to the anchor works. $dynamicAnchor
#   is known in both.
# Why it matters: Whoever splits schemas by anchor, as bundlers do, and sees a right schema
#   refused with default options.
# Source: JSON Schema 2020-12 core, section 8.2.2 ($anchor); Ajv documentation, strict mode,
#   unknown keywords.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  ajv@8.20.0; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
ajv 8.20.0
$anchor strict true -> throws strict mode: unknown keyword: "$anchor"
$anchor strict false -> text: true number: false
$dynamicAnchor strict true -> text: true number: false
$dynamicAnchor strict false -> text: true number: false
TEXT

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
for (const name of ['ajv']) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
for (const keyword of ['$anchor', '$dynamicAnchor']) {
  const schema = { $ref: '#name', $defs: { name: { [keyword]: 'name', type: 'string' } } };
  for (const strict of [true, false]) {
    try {
      const check = new Ajv.default({ strict }).compile(schema);
      console.log(keyword, 'strict', strict, '-> text:', check('x'), 'number:', check(1));
    } catch (error) {
      console.log(keyword, 'strict', strict, '-> throws', error.message);
    }
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
