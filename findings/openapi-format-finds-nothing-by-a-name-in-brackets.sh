#!/usr/bin/env bash
# In openapi-format a filter with brackets inside matches nothing, so x-internal parts stay in the
# document, with exit code 0.
#
# Guess: @.deprecated and @['deprecated'] are two spellings of one query, and a tool that reads
#   one reads the other.
# What happens: openapi-format removes the operation by the first spelling and nothing by the
#   second, in silence. A name with a hyphen has only the bracket spelling in RFC 9535, so the
#   common target for x-internal finds nothing; oas-patch and bump-cli read it. The spelling
#   @.x-internal, which RFC 9535 does not have, removes it in openapi-format.
# Why it matters: Whoever strips internal operations before a spec is published: with this tool
#   they go out.
# Source: RFC 9535, sections 2.3.5 and 2.5.1 (shorthand names have no hyphen); OpenAPI Overlay
#   1.1, Action Object; Overlay upgrade guide, member names in brackets.
set -euo pipefail

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

if ! { python3 -m venv env && env/bin/pip install --quiet \
  'oas-patch==0.6.0'; } >install.log 2>&1; then
  cat install.log >&2
  exit 2
fi

if ! { npm init --yes && npm install --save-exact --no-audit --no-fund --ignore-scripts \
  openapi-format@1.33.6 bump-cli@2.11.0 yaml@2.9.1; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
oas-patch 0.6.0
openapi-format 1.33.6
bump-cli 2.11.0
{target: "$.paths[*][?@.deprecated==true]", remove: true}
  oas-patch            {"get":{"summary":"Read"}}
  openapi-format       {"get":{"summary":"Read"}}
  bump-cli             {"get":{"summary":"Read"}}
{target: "$.paths[*][?@[\"deprecated\"]==true]", remove: true}
  oas-patch            {"get":{"summary":"Read"}}
  openapi-format       {"get":{"summary":"Read"},"post":{"deprecated":true,"x-internal":true}}
  bump-cli             {"get":{"summary":"Read"}}
{target: "$.paths[*][?@[\"x-internal\"]==true]", remove: true}
  oas-patch            {"get":{"summary":"Read"}}
  openapi-format       {"get":{"summary":"Read"},"post":{"deprecated":true,"x-internal":true}}
  bump-cli             {"get":{"summary":"Read"}}
{target: "$.paths[*][?@.x-internal==true]", remove: true}
  oas-patch            {"get":{"summary":"Read"}}
  openapi-format       {"get":{"summary":"Read"}}
  bump-cli             {"get":{"summary":"Read"}}
TEXT

cat >api.yaml <<'YAML'
openapi: 3.1.0
info:
  title: T
  version: '1'
tags:
  - name: a
  - name: b
  - name: c
  - name: d
paths:
  /p:
    get:
      summary: Read
    post:
      deprecated: true
      x-internal: true
YAML
overlay() { # $1: version, $2: the one action, as YAML flow
  printf 'overlay: %s\ninfo:\n  title: o\n  version: "1"\nactions:\n  - %s\n' "$1" "$2" >overlay.yaml
}

cat >show.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
const [label, path] = process.argv.slice(2);
const document = parse(readFileSync(0, 'utf8'));
const found = path.split('|').reduce((value, step) => value?.[step], document);
console.log(label, JSON.stringify(found ?? null));
JS
show() { # $1: where to look, members parted by |
  env/bin/oas-patch overlay api.yaml overlay.yaml 2>/dev/null | node show.mjs '  oas-patch           ' "$1"
  node_modules/.bin/openapi-format api.yaml -l overlay.yaml --no-sort -o out.yaml >/dev/null 2>&1
  node show.mjs '  openapi-format      ' "$1" <out.yaml
  node_modules/.bin/bump overlay api.yaml overlay.yaml 2>/dev/null | node show.mjs '  bump-cli            ' "$1"
}
{
  env/bin/python -c "from importlib.metadata import version; print('oas-patch', version('oas-patch'))"
  node -p "['openapi-format','bump-cli'].map((n) => n + ' ' + JSON.parse(require('fs').readFileSync('node_modules/' + n + '/package.json')).version).join('\n')"
  echo '{target: "$.paths[*][?@.deprecated==true]", remove: true}'
  overlay 1.0.0 '{target: "$.paths[*][?@.deprecated==true]", remove: true}'
  show 'paths|/p'
  echo '{target: "$.paths[*][?@[\"deprecated\"]==true]", remove: true}'
  overlay 1.0.0 '{target: "$.paths[*][?@[\"deprecated\"]==true]", remove: true}'
  show 'paths|/p'
  echo '{target: "$.paths[*][?@[\"x-internal\"]==true]", remove: true}'
  overlay 1.0.0 '{target: "$.paths[*][?@[\"x-internal\"]==true]", remove: true}'
  show 'paths|/p'
  echo '{target: "$.paths[*][?@.x-internal==true]", remove: true}'
  overlay 1.0.0 '{target: "$.paths[*][?@.x-internal==true]", remove: true}'
  show 'paths|/p'
} >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
