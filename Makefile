# `make` lists what there is. Everything runs in a virtual environment of its own, made from
# uv.lock, so that only python3 (3.11 or newer), git and make have to be there. PYTHON=… names
# another Python, UV=… a uv that is here already; docs/installing.md has the rest.

VENV := .venv
BIN := $(VENV)/bin

# What a shell has set for other projects.
unexport PYTHONHOME PYTHONPATH PYTHONOPTIMIZE

.DEFAULT_GOAL := help
.PHONY: help demo test versions browser lint check format rule pages picture clean bench fuzz bare

help: ## Show what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Not a file to compare by age: the clone may have been moved, or Python replaced.
.PHONY: $(VENV)/ready
$(VENV)/ready:
	@sh tools/environment dev

demo: ## Run the main job on the example portfolio
	@sh tools/environment
	$(BIN)/regie validate -C examples/agenda --today 2026-09-24
	$(BIN)/regie agenda -C examples/agenda --year 2027

test: $(VENV)/ready ## Run the tests
	$(BIN)/python -m pytest -n auto

# The reader, its corpus and the commands: what a library's next version could change.
CORE := tests/test_reader.py tests/test_corpus.py tests/test_fields.py tests/test_exit_codes.py tests/test_json_schema.py
versions: $(VENV)/ready ## Pass the core of the tests with the lowest and the highest versions allowed
	for resolution in lowest-direct highest; do \
	  $(UV) venv --quiet --clear --python $(BIN)/python .cache/versions/$$resolution && \
	  $(UV) pip install --quiet --python .cache/versions/$$resolution/bin/python --resolution $$resolution -e . --group dev && \
	  .cache/versions/$$resolution/bin/python -m pytest -n auto -q $(CORE) || exit 1; \
	done

browser: ## Fetch Chromium and Mermaid, for the tests that read drawings back
	tools/browser

lint: $(VENV)/ready ## Look at lint, format, types and import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test ## Both: what must be green before a commit

format: $(VENV)/ready ## Put the code in its one format
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format --quiet

rule: $(VENV)/ready ## Write the pieces of a new rule: make rule NAME=no-people-cost FAMILY=money
	@$(BIN)/python tools/new_rule.py "$(NAME)" $(FAMILY)

pages: $(VENV)/ready ## Write anew what is made from the code: rule pages, docs, schemas, README
	REGIE_UPDATE_PAGES=1 $(BIN)/python -m pytest -n0 -q tests/test_rule_pages.py -k "shows_what_the_user_sees or the_defaults"
	$(BIN)/python tools/generate.py
	REGIE_UPDATE_README=1 $(BIN)/python -m pytest -n0 -q tests/test_readme.py

picture: $(VENV)/ready ## Write anew the picture of the page in the READMEs, with Chromium (make browser)
	REGIE_UPDATE_PICTURE=1 $(BIN)/python -m pytest -n0 -q tests/test_picture.py

# Sizes of the portfolios; 10000 takes the others many minutes: make bench SIZES=10000 ROUNDS=7
SIZES := 100 1000
ROUNDS := 7
bench: $(VENV)/ready ## Measure speed and memory against others
	@sh tools/environment bench
	$(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/compare.py $(SIZES) --rounds $(ROUNDS)

MINUTES := 10
fuzz: $(VENV)/ready ## Look for input that breaks a promise: make fuzz MINUTES=60
	@sh tools/environment fuzz
	@mkdir -p .fuzz
	$(BIN)/python fuzz/portfolio.py -max_total_time=$$(($(MINUTES) * 60)) -max_len=8192 -timeout=10 -rss_limit_mb=2048

bare: ## Try the two commands on machines with nothing on them; as root, on Debian or Ubuntu
	tools/bare

clean: ## Remove what was made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .cache .fuzz dist
