# Development of presend. `make` lists the targets; each sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
INSTALL := -m pip install --quiet --disable-pip-version-check
PRESEND := --no-deps --no-build-isolation --editable .
PEERS := build/bench/venv/.ready
NOX := build/nox/.ready
COUNT ?= 100000
SEED ?= 1
SUITE := build/jsonschema-4.26.0.tar.gz
EACH ?= 1200
EVERY ?= 1
PYTEST_ARGS ?= --numprocesses auto --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-quick test-all test-lowest test-newest test-pythons lock test-sdks bench-transport test-ray \
	lint types format fuzz fuzz-bytes mutants conformance bench bench-check bench-rules generate generate-check packs fidelity \
	bench-packs converters check clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## make .venv with everything a developer needs; again only when pyproject.toml or the lock changed

$(READY): pyproject.toml requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "presend needs Python 3.11 or newer, and '$(PYTHON)' is older or missing: make PYTHON=python3.12 ..."; exit 1; }
	@echo "Installing presend and its developers' tools into $(VENV); this takes half a minute."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python $(INSTALL) --requirement requirements/dev.txt
	@$(BIN)/python $(INSTALL) $(PRESEND)
	@touch $@

demo: $(READY)  ## check the good and the bad examples of all five schemas
	@$(BIN)/python examples/demo.py

test: $(READY)  ## run the tests: all of them, the slow properties on a quarter of their examples
	$(BIN)/python -m pytest $(PYTEST_ARGS)

test-quick: $(READY)  ## run what takes less than a minute, on few examples
	PRESEND_TESTS=quick $(BIN)/python -m pytest $(PYTEST_ARGS) -k "not whole_api"

test-all: $(READY)  ## run the tests on all their examples, as is done each night
	PRESEND_TESTS=all $(BIN)/python -m pytest $(PYTEST_ARGS)

test-lowest: $(NOX)  ## run the tests with the lowest versions that pyproject.toml allows, as requirements/lowest.txt has them
	build/nox/bin/nox --session lowest

test-newest: $(NOX)  ## run the tests with the newest versions there are, whatever the lock says
	build/nox/bin/nox --session newest

test-pythons: $(NOX)  ## run the tests with each Python from 3.11 to 3.14 that is found here
	build/nox/bin/nox --no-error-on-missing-interpreters --session pythons

lock: $(NOX)  ## write requirements/ anew, with the newest versions there are
	build/nox/bin/nox --session lock

$(NOX): requirements/versions.txt
	@$(PYTHON) -m venv build/nox
	@build/nox/bin/python $(INSTALL) --requirement $<
	@touch $@

test-sdks: build/sdk-1/.ready build/sdk-2/.ready build/sdk-3/.ready  ## send through presend with openai 1.x, 2.x and 3.x
	for sdk in 1 2 3; do build/sdk-$$sdk/bin/python -m tests.sdk || exit 1; done

build/sdk-1/.ready: OPENAI = openai==1.109.1 --editable .[httpx]
build/sdk-2/.ready: OPENAI = openai==2.54.0 --editable .[httpx]
build/sdk-3/.ready: OPENAI = openai==3.54.0 --editable .[httpx,httpx2]

build/sdk-%/.ready: pyproject.toml
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/python $(INSTALL) $(OPENAI)
	@touch $@

bench-transport: $(READY)  ## measure a request through presend against the same without it, on loopback
	$(BIN)/python bench/transport.py

test-ray:  ## test presend.ray, in an environment of its own (build/ray): Ray takes 600 MB, a minute to install
	@$(PYTHON) -m venv build/ray
	@build/ray/bin/python $(INSTALL) --requirement requirements/ray.txt
	@build/ray/bin/python $(INSTALL) $(PRESEND)
	build/ray/bin/python -m pytest tests/test_ray.py src/presend/ray.py

lint: $(READY)  ## lint, and check the layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)  ## check the types, strictly
	$(BIN)/mypy

format: $(READY)  ## lay the code out, and mend what the linter can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

fuzz: $(READY)  ## hold presend against its oracles on COUNT payloads a root, from SEED; ROOT=… for one root, PACK=… for one pack
	$(BIN)/python -m tests.fuzz --count $(COUNT) --seed $(SEED) $(if $(PACK),--pack $(PACK)) $(if $(ROOT),--root $(ROOT))

fuzz-bytes: $(READY)  ## fuzz what reads raw bytes, guided by coverage: JSON, PNG, forms; EACH seconds on each
	@$(BIN)/python $(INSTALL) --requirement requirements/fuzz.txt
	for entry in json png form; do \
		$(BIN)/python -m tests.fuzz_bytes $$entry build/corpus/$$entry -max_total_time=$(EACH) -timeout=1 \
			-rss_limit_mb=200 -artifact_prefix=build/ -print_final_stats=1 -verbosity=0 || exit 1; \
	done

mutants: $(READY)  ## change the rules and the PNG reader in one place at a time, and see that a test fails; EVERY=8 tries an eighth
	@$(BIN)/python $(INSTALL) --requirement requirements/mutants.txt
	$(BIN)/python -m tests.mutants --every $(EVERY) $(if $(ONLY),--only $(ONLY))

conformance: $(READY) $(SUITE)  ## run the JSON Schema Test Suite through generate; writes docs/conformance.md
	$(BIN)/python -m tests.conformance $(SUITE) docs/conformance.md

$(SUITE): | $(READY)
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: --dest $(@D) \
		jsonschema==$(patsubst jsonschema-%.tar.gz,%,$(@F))

$(PEERS): pyproject.toml requirements/bench.txt
	@$(PYTHON) -m venv build/bench/venv
	@build/bench/venv/bin/python $(INSTALL) --requirement requirements/bench.txt
	@build/bench/venv/bin/python $(INSTALL) $(PRESEND)
	@touch $@

bench: $(PEERS)  ## measure presend beside its peers, and write docs/performance.md; BENCH_ARGS="--only photos" prints a part
	build/bench/venv/bin/python -m bench $(BENCH_ARGS)

bench-check: $(PEERS)  ## exit 1 where presend has become slower, by ratios, than bench/ratios.json allows
	build/bench/venv/bin/python -m bench --check $(BENCH_ARGS)

converters: $(READY)  ## measure who makes right strict schemas, and write docs/schemas.md; CONVERTERS="openai presend" prints a part
	$(BIN)/python -m bench.converters $(CONVERTERS)

bench-rules: $(PEERS)  ## print what the rules of today's API cost, and the first check of a process
	build/bench/venv/bin/python -m bench.rules $(BENCH_ARGS)

generate: $(READY)  ## write src/presend/openai and docs/rules.md anew from spec/ and the rules
	$(BIN)/python -m presend_codegen --docs docs

generate-check: $(READY)  ## exit 1, with a diff, where a generated file is stale
	$(BIN)/python -m presend_codegen --docs docs --check

packs: $(READY)  ## make packs of the five public specs, and hold each to all that is promised of packs
	$(BIN)/python -m tests.public_packs

fidelity: $(READY)  ## hold 50 request schemas of OpenAI's whole spec against independent validators, COUNT payloads each
	$(BIN)/python -W ignore -m tests.fidelity --count $(if $(filter file,$(origin COUNT)),200,$(COUNT)) --seed $(SEED)

bench-packs: $(READY)  ## what a pack of a whole API costs, beside the plain generator's module
	@$(BIN)/python bench/packs.py

check: lint types generate-check test  ## all that CI runs

clean:  ## remove .venv and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
