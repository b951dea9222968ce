# What a person does here. Needs Python 3.11 or newer, git and make; everything else goes into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test check lint types house wheel bench lock clean

run: $(VENV)/.run-ready  ## open the app
	@$(BIN)/python -m interviewsim

test: $(VENV)/.dev-ready  ## run the tests
	$(BIN)/python -m pytest

check: lint types house  ## everything that reads the code without running it

lint: $(VENV)/.dev-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell interviewsim benchmarks scripts docs rubrics prompts README.md CHANGELOG.md CONTRIBUTING.md
	$(BIN)/deptry . --no-ansi

types: $(VENV)/.dev-ready
	$(BIN)/mypy

house: $(VENV)/.dev-ready  ## the import contract
	$(BIN)/lint-imports

wheel: $(VENV)/.dev-ready  ## build the wheel and try it in a fresh environment, outside the checkout
	scripts/try_wheel.sh $(BIN)/python

bench: $(VENV)/.dev-ready  ## speed, as ratios within one run
	@for each in benchmarks/*.py; do echo "== $$each"; $(BIN)/python $$each || exit 1; done

lock: $(VENV)/.dev-ready  ## pin again what pyproject.toml allows (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --quiet --upgrade -o requirements/run.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --no-emit-index-url --quiet --upgrade -c requirements/run.lock -o requirements/dev.lock

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/.run-ready: requirements/run.lock Makefile
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "interviewsim needs Python 3.11 or newer; name one with make PYTHON=python3.12")'
	@echo "Setting up $(VENV) (once; about a minute)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements/run.lock
	@$(BIN)/python -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "checkout.pth").write_text("$(CURDIR)\n")'
	@touch $@

$(VENV)/.dev-ready: requirements/dev.lock $(VENV)/.run-ready
	@echo "Adding the tools for tests"
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@
