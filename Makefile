# Everything there is to do with this repository. `make` alone lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOURNEYS := 100 1000
STARTED := $(shell date +%s)

# The tests start Python hundreds of times: it may keep the code of modules, whatever the machine says.
export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
.PHONY: help site test .style .behaviour test-long check bench clean

# List the recipes.
help:
	@awk '/^# /{said = substr($$0, 3)} /^[a-z-]+:/{split($$1, name, ":"); printf "  make %-9s %s\n", name[1], said}' Makefile

# Build this repository's own maps into site/; needs Python 3.11 or newer and the package index, nothing else.
site: $(VENV)/.for-site
	@$(BIN)/cjmgen build
	@echo "Open $(CURDIR)/site/index.html ($$(( $$(date +%s) - $(STARTED) )) s in all)"

# Set up whatever the tests need and run all of them: style, types, the law of the house, behaviour, the browser.
test: $(VENV)/.for-test node_modules/.for-test
	@$(MAKE) --no-print-directory -j 2 .style .behaviour

# Both halves of `test`, run at a time: the types are one process, and the behaviour waits for browsers and for other processes half of its time,
# which is why it has one worker more than two cores have places for.
.style:
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo

.behaviour:
	$(BIN)/python -m pytest -n 3 --dist worksteal

# What is tried at random, far more often than `test` does it: kills of builds above all, and counting, on Spark as well. Takes hours.
test-long: $(VENV)/.for-test-long
	CJMGEN_LONG=1 $(BIN)/python -m pytest -n 2 --dist worksteal -m long

# The fast part of `test`, for while you work: no browser, no wheel.
check: $(VENV)/.for-test
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 -m "not slow"

# Measure builds and the live preview against Hugo, where it is installed, and a bare loop. JOURNEYS="10000" for other sizes, STEPS=1 for a profile.
bench: $(VENV)/.for-test
	$(BIN)/python bench/run.py $(JOURNEYS) $(if $(STEPS),--steps)

# Remove everything that the recipes above made.
clean:
	rm -rf $(VENV) node_modules site build dist bench/out .pytest_cache .mypy_cache .ruff_cache .hypothesis

# A virtual environment with cjmgen in it, as it stands in this folder.
$(VENV)/.for-site: pyproject.toml
	@sh tests/tools.sh python "$(PYTHON)"
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

# The same, with the tools of the tests.
$(VENV)/.for-test: pyproject.toml constraints.txt
	@sh tests/tools.sh python "$(PYTHON)"
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[events,fmt,serve,test]'
	@touch $@ $(VENV)/.for-site

# The same, with Spark, which only `test-long` runs.
$(VENV)/.for-test-long: $(VENV)/.for-test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[events,fmt,serve,test,spark]'
	@touch $@

# Browser, Java and Node's checkers.
node_modules/.for-test: package.json package-lock.json tests/tools.sh
	@sh tests/tools.sh all
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
