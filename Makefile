# One word per job.  `make demo` and `make test` set up .venv if it is not there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
ASSIGNMENT ?= 1-cross-correlation

.PHONY: help demo test check campaign lab release export grade report bench references lint clean
.DEFAULT_GOAL := help

help:  ## list the jobs
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# torch first and by its exact version: a range would fetch the newest build, several gigabytes of it
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet torch==2.13.0
	$(BIN)/pip install --quiet -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

demo: $(READY)  ## grade a small class and print the gradebook
	$(BIN)/python -m tests.submissions.demo

test: $(READY) references  ## all tests
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/python -m pytest tests course grader -m "not campaign"

campaign: $(READY) references  ## the long searches: every syntax mutant, fairness over seeds, the authoring page
	$(BIN)/python -m pytest tests -m campaign
	$(BIN)/python -m tests.fairness.run --seeds 200
	$(BIN)/python -m tests.interrupted --kills 50

check: $(READY) references  ## the quick tests
	$(BIN)/ruff check .
	$(BIN)/python -m pytest tests course grader -m "not slow and not browser and not campaign"

references: $(READY)  ## build the case packs, public and hidden
	$(BIN)/python -m grader references

release: $(READY)  ## generate the students' notebooks from the instructor's
	$(BIN)/python -m grader.release

export: $(READY) references  ## make the tree that students and hub images get
	$(BIN)/python -m grader.export

lab: $(READY)  ## JupyterLab with the release, as a student sees it
	$(BIN)/python -m grader.lab

grade: $(READY)  ## grade submitted/ (ASSIGNMENT=...)
	$(BIN)/python -m grader grade $(ASSIGNMENT)

report: $(READY)  ## the class report
	$(BIN)/python -m grader report

bench: $(READY) references  ## speed, as a ratio against stock nbgrader
	$(BIN)/python -m benchmarks.run

clean:  ## remove what can be made again (never private/ or the gradebook)
	rm -rf build dist *.egg-info .pytest_cache .ruff_cache
