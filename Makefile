# Development of presend. `make` lists the targets; each sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
INSTALL := -m pip install --quiet --disable-pip-version-check
PRESEND := --no-deps --no-build-isolation --editable .
NOX := build/nox/.ready
ISOLATED := test-lowest test-newest test-pythons test-ray test-sdks bench bench-check bench-rules lock
IN_VENV := test-all fuzz fuzz-bytes mutants conformance packs fidelity converters bench-transport bench-packs
PYTEST_ARGS ?= --numprocesses auto --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-quick coverage lint types format generate generate-check check clean $(ISOLATED) $(IN_VENV)

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  Sessions of nox (CONTRIBUTING.md), each by \`make NAME\`: $(ISOLATED) $(IN_VENV)"

setup: $(READY)  ## make .venv with everything a developer needs; again only when pyproject.toml or the lock changed

$(READY): pyproject.toml requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "presend needs Python 3.11 or newer, and '$(PYTHON)' is older or missing: make PYTHON=python3.12 ..."; exit 1; }
	@echo "Installing presend and its developers' tools into $(VENV); this takes half a minute."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python $(INSTALL) --requirement requirements/dev.txt
	@$(BIN)/python $(INSTALL) $(PRESEND)
	@touch $@

demo: $(READY)  ## check examples of ten schemas and endpoints, each once accepted, once rejected
	@$(BIN)/python examples/demo.py

test: $(READY)  ## run the tests: all of them, the slow properties on a tenth of their examples
	$(BIN)/python -m pytest $(PYTEST_ARGS)

test-quick: $(READY)  ## run most of the tests on few examples, in about a minute
	PRESEND_TESTS=quick $(BIN)/python -m pytest $(PYTEST_ARGS) -k "not whole_api"

coverage: $(READY)  ## run the quick tests and exit 1 where they cover less than pyproject.toml asks for
	PRESEND_TESTS=quick CI=true $(BIN)/python -m pytest $(PYTEST_ARGS) -k "not whole_api" --cov --cov-report=term

lint: $(READY)  ## lint, check the layout, and hold the imports against their contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo --cache-dir build/imports

types: $(READY)  ## check the types, strictly
	$(BIN)/mypy

format: $(READY)  ## lay the code out, and mend what the linter can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

generate: $(READY)  ## write the built-in packs, docs/rules.md and docs/architecture.md anew
	$(BIN)/python -m presend_codegen --docs docs
	$(BIN)/python -m tools.architecture

generate-check: $(READY)  ## exit 1 where a generated file is stale
	$(BIN)/python -m presend_codegen --docs docs --check
	$(BIN)/python -m tools.architecture --check

check: lint types generate-check test  ## all that CI runs

test-pythons: MISSING := --no-error-on-missing-interpreters
$(IN_VENV): $(READY)
$(ISOLATED) $(IN_VENV): $(NOX)
	@build/nox/bin/nox $(MISSING) --session $@

$(NOX): requirements/versions.txt
	@$(PYTHON) -m venv build/nox
	@build/nox/bin/python $(INSTALL) --requirement $<
	@touch $@

clean:  ## remove .venv and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
