#!/usr/bin/env bash
# One overlay action that removes two items of an array gives three results in four tools, and two
# tools empty the array.
#
# Guess: All matched nodes are found first and then removed, so four tags less two are two tags;
#   the feared mistake is an index that shifts by one.
# What happens: Only bump-cli removes the two. openapi-format removes the first and the third,
#   since the second index has shifted. oas-patch and openapi-overlays-js leave no tag at all for
#   [0,1], and one for [1:3]. All exit 0.
# Why it matters: Whoever trims servers, tags or enum values with an overlay: what ships has other
#   items missing than the action names.
# Source: OpenAPI Overlay 1.0 and 1.1, Action Object (remove); RFC 9535, sections 2.3.3 and 2.3.4
#   (index and slice selectors); openapi-overlays-js issue 10 (remove of several nodes).
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
{target: "$.tags[0,1]", remove: true}
  oas-patch            []
  openapi-overlays-js  []
  openapi-format       [{"name":"b"},{"name":"d"}]
  bump-cli             [{"name":"c"},{"name":"d"}]
{target: "$.tags[1:3]", remove: true}
  oas-patch            [{"name":"a"}]
  openapi-overlays-js  [{"name":"a"}]
  openapi-format       [{"name":"a"},{"name":"c"}]
  bump-cli             [{"name":"a"},{"name":"d"}]
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
  echo '{target: "$.tags[0,1]", remove: true}'
  overlay 1.0.0 '{target: "$.tags[0,1]", remove: true}'
  show 'tags'
  echo '{target: "$.tags[1:3]", remove: true}'
  overlay 1.0.0 '{target: "$.tags[1:3]", remove: true}'
  show 'tags'
} >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
