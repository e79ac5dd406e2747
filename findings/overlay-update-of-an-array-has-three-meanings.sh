#!/usr/bin/env bash
# An overlay update on an array appends, replaces the array or turns it into an object, by tool
# and by the kind of value.
#
# Guess: The update is appended: the spec says so for a target that is an array, and the tools
#   agree on so basic a case.
# What happens: With a list, three tools concatenate and openapi-overlays-js makes an object with
#   members 0 and 1. With one string, only oas-patch appends it; openapi-format and bump-cli put
#   the string in place of the whole array, which is no valid OpenAPI any more, and
#   openapi-overlays-js leaves the array as it is. All exit 0.
# Why it matters: Whoever adds a tag, a required name or an enum value: the result depends on the
#   tool in the pipeline.
# Source: OpenAPI Overlay 1.0, Action Object: for an array the update is an entry to append;
#   OpenAPI Overlay 1.1, Action Object.
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
  openapi-overlays-js@0.2.0 openapi-format@1.33.6 bump-cli@2.11.0 yaml@2.9.1; } >npm.log 2>&1; then
  cat npm.log >&2
  exit 2
fi

cat >expected.txt <<'TEXT'
oas-patch 0.6.0
openapi-overlays-js 0.2.0
openapi-format 1.33.6
bump-cli 2.11.0
{target: "$.paths[\"/p\"].get.tags", update: [x, y]}
  oas-patch            ["a","b","x","y"]
  openapi-overlays-js  {"0":"x","1":"y"}
  openapi-format       ["a","b","x","y"]
  bump-cli             ["a","b","x","y"]
{target: "$.paths[\"/p\"].get.tags", update: x}
  oas-patch            ["a","b","x"]
  openapi-overlays-js  ["a","b"]
  openapi-format       "x"
  bump-cli             "x"
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
      tags: [a, b]
      responses:
        '200':
          description: ok
    post:
      tags: [b]
      responses:
        '200':
          description: ok
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
  env/bin/oas-patch overlay api.yaml overlay.yaml | node show.mjs '  oas-patch           ' "$1"
  node_modules/.bin/overlayjs --openapi api.yaml --overlay overlay.yaml 2>&1 | node show.mjs '  openapi-overlays-js ' "$1"
  node_modules/.bin/openapi-format api.yaml -l overlay.yaml --no-sort -o out.yaml >/dev/null 2>&1
  node show.mjs '  openapi-format      ' "$1" <out.yaml
  node_modules/.bin/bump overlay api.yaml overlay.yaml 2>/dev/null | node show.mjs '  bump-cli            ' "$1"
}
{
  env/bin/python -c "from importlib.metadata import version; print('oas-patch', version('oas-patch'))"
  node -p "['openapi-overlays-js','openapi-format','bump-cli'].map((n) => n + ' ' + JSON.parse(require('fs').readFileSync('node_modules/' + n + '/package.json')).version).join('\n')"
  echo '{target: "$.paths[\"/p\"].get.tags", update: [x, y]}'
  overlay 1.0.0 '{target: "$.paths[\"/p\"].get.tags", update: [x, y]}'
  show 'paths|/p|get|tags'
  echo '{target: "$.paths[\"/p\"].get.tags", update: x}'
  overlay 1.0.0 '{target: "$.paths[\"/p\"].get.tags", update: x}'
  show 'paths|/p|get|tags'
} >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
