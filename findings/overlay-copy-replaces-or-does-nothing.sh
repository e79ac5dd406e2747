#!/usr/bin/env bash
# The copy action of Overlay 1.1 merges in one tool, wipes the target in another and does nothing
# in the rest, with exit code 0.
#
# Guess: A tool that does not know 1.1 refuses the overlay; one that knows it merges the copied
#   node into the target as update does.
# What happens: openapi-format merges. oas-patch replaces the target: info keeps neither title nor
#   version. bump-cli and openapi-overlays-js take the 1.1 document, change nothing and exit 0.
# Why it matters: Whoever writes a 1.1 overlay: a wrong or unchanged document goes on to the next
#   step of the pipeline.
# Source: OpenAPI Overlay 1.1, Action Object (copy) and section on merging.
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
{target: $.info, copy: "$.tags[0]"}
  oas-patch            {"name":"a"}
  openapi-overlays-js  {"title":"T","version":"1"}
  openapi-format       {"title":"T","version":"1","name":"a"}
  bump-cli             {"title":"T","version":"1"}
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
  echo '{target: $.info, copy: "$.tags[0]"}'
  overlay 1.1.0 '{target: $.info, copy: "$.tags[0]"}'
  show 'info'
} >got.txt

cat got.txt
if ! diff expected.txt got.txt; then
  echo 'The behaviour has changed.'
  exit 1
fi
echo 'It still stands.'
