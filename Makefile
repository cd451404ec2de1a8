# Everything starts here: `make demo` to see it, `make test` to check it.
# Each step leaves a stamp in .venv and runs again only when what it was made from has changed.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --no-warn-conflicts
WEB := $(shell find web -type f -not -path '*/node_modules/*' 2>/dev/null)
TRANSLATIONS := $(shell find src -type f -name '*.po')

.DELETE_ON_ERROR:
.PHONY: help demo test web wheel pictures lock install install-test clean

help:  ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*##/  make \1:/p' Makefile

demo: install  ## a newsroom with a day of news in it, on this machine
	@$(BIN)/dateline demo

test: install-test  ## every check and every test
	@scripts/check

install: .venv/.package .venv/.web  ## what is needed to run it, in .venv

install-test: install .venv/.test .venv-replay/.made tests/web/node_modules/.package-lock.json  ## and what is needed to test it
	@scripts/install-test-needs

web: .venv/.web  ## bundle web/ and compile the translations

wheel: install  ## dist/*.whl, which needs no Node where it is installed
	@$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

pictures: install-test  ## the README's pictures anew, as a newcomer's journey sees them
	@$(BIN)/pytest -q tests/journeys/test_newcomer.py --pictures docs/pictures

lock:  ## renew requirements/*.txt from pyproject.toml
	@PYTHON=$(PYTHON) scripts/lock

clean:  ## remove all that was made
	rm -rf .venv .venv-replay .build dist web/node_modules tests/web/node_modules \
	  src/dateline/desk/static src/dateline/live/assets
	find src -name '*.mo' -delete

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer.")'
	@$(PYTHON) -m venv .venv

.venv/.run: requirements/run.txt requirements/build.txt | $(BIN)/python
	@echo "Installing what Dateline runs on"
	@$(INSTALL) --require-hashes -r requirements/run.txt -r requirements/build.txt
	@touch $@

.venv/.test: requirements/test.txt .venv/.run
	@echo "Installing what the tests need"
	@$(INSTALL) --require-hashes -r requirements/test.txt
	@touch $@

# In an environment of its own: pywb's brotlipy and our brotli have the same name.
.venv-replay/.made: requirements/replay.txt
	@echo "Installing pywb, which replays our exports in the tests"
	@rm -rf .venv-replay && $(PYTHON) -m venv .venv-replay
	@.venv-replay/bin/python -m pip --disable-pip-version-check install --quiet --no-warn-conflicts \
	  --require-hashes -r requirements/replay.txt
	@touch $@

# Before the package, whose own build would bury a complaint under a trace of pip.
.venv/.web: scripts/build_hook.py $(WEB) $(TRANSLATIONS) | .venv/.run
	@echo "Bundling web/ and the translations"
	@$(BIN)/python scripts/build_hook.py
	@touch $@

.venv/.package: pyproject.toml .venv/.run | .venv/.web
	@echo "Linking Dateline into .venv"
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

tests/web/node_modules/.package-lock.json: tests/web/package-lock.json | .venv/.run
	@cd tests/web && ../../$(BIN)/python ../../scripts/with_node.py npm ci >/dev/null
	@touch $@
