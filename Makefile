# One word per job.  `make demo` and `make test` set up .venv if it is not there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
ASSIGNMENT ?= 1-cross-correlation
JOBS ?= 2
HUB := build/hub

.PHONY: help demo test check campaign lab release export gradescope grade report bench references lint clean hub hub-check hub-test
.DEFAULT_GOAL := help

help:  ## list the jobs
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# torch first and by its exact version: a range would fetch the newest build, several gigabytes of it
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet torch==2.13.0
	$(BIN)/pip install --quiet -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q course grader
	touch $(READY)

demo: $(READY)  ## grade a small class and print the gradebook
	$(BIN)/python -m tests.submissions.demo

test: $(READY) $(HUB)/ready references  ## all tests
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests course grader -m "not campaign and (not hub or quick_hub)" -n $(JOBS) --dist loadfile --no-loadscope-reorder

campaign: $(READY) $(HUB)/ready references  ## the long searches: every answer of the corpus, every syntax mutant, fairness over seeds, kills
	$(BIN)/python -m pytest tests -m campaign
	$(BIN)/python -m tests.fairness.run --seeds 200
	$(BIN)/python -m tests.interrupted --kills 50

check: $(READY) references  ## the quick tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests course grader -m "not slow and not browser and not campaign and not hub"

references: $(READY)  ## build the hidden case packs that are missing or do not belong to the tasks
	$(BIN)/python -m grader references --if-needed

release: $(READY)  ## generate the students' notebooks from the instructor's
	$(BIN)/python -m grader.publishing.release

export: $(READY) references  ## make the tree that students and hub images get
	$(BIN)/python -m grader.publishing.export

gradescope: $(READY) references  ## the zip for Gradescope (ASSIGNMENT=..., UNCONFINED=1 where it has no Landlock)
	$(BIN)/python -m grader.publishing.gradescope $(ASSIGNMENT) $(if $(UNCONFINED),--unconfined)

lab: $(READY)  ## JupyterLab with the release, as a student sees it
	$(BIN)/python -m grader.publishing.lab

grade: $(READY)  ## grade submitted/ (ASSIGNMENT=...)
	$(BIN)/python -m grader grade $(ASSIGNMENT)

report: $(READY)  ## the class report
	$(BIN)/python -m grader report

# what a hub needs beside .venv: its packages and the proxy; and for tests another JupyterHub, and ngshare in its own place
$(HUB)/ready: $(READY) deploy/requirements-hub.lock deploy/install_proxy.py
	$(BIN)/pip install --quiet --no-deps -r deploy/requirements-hub.lock
	$(BIN)/python -m deploy.install_proxy
	touch $@

$(HUB)/test-ready: $(HUB)/ready deploy/requirements-ngshare.lock
	$(BIN)/pip install --quiet --no-deps --upgrade --target $(HUB)/jupyterhub-5.5.4 jupyterhub==5.5.4
	$(BIN)/pip install --quiet --no-deps --upgrade --target $(HUB)/ngshare-exchange ngshare-exchange==0.5.3
	$(PYTHON) -m venv $(HUB)/ngshare
	$(HUB)/ngshare/bin/pip install --quiet -r deploy/requirements-ngshare.lock
	touch $@

hub: $(HUB)/ready references  ## a JupyterHub on this machine, with two students and an instructor
	$(BIN)/python -m deploy.demo

hub-check: $(HUB)/ready references  ## one path over a JupyterHub, from log-in to feedback
	$(BIN)/python -m pytest tests/hub -m quick_hub

hub-test: $(HUB)/test-ready references  ## JupyterHub 6.1 and 5.5 from log-in to feedback; as root with real accounts too
	$(BIN)/python -m pytest tests/hub -m hub

bench: $(READY) references  ## speed, as a ratio against stock nbgrader
	$(BIN)/python -m benchmarks.run

clean:  ## remove what can be made again (never private/ or the gradebook)
	rm -rf build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache
