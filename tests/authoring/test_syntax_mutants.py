"""Do wrong solutions that nobody chose lose points, and would the search find a hole if there were one?"""

import ast

import numpy as np
import pytest

from grader.authoring.build import SurvivorError, build_task
from grader.authoring.other_cases import other_cases
from grader.authoring.syntax_edits import edited_sources
from grader.authoring.syntax_mutants import Judge, edits, run_syntax_mutants, solutions
from grader.tasks import COURSE
from grader.tasks.model import Case, Facet, Misconception, Task

CODE = [task for assignment in COURSE.assignments for task in assignment.tasks.values() if task.reference]
LOOP = """
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D, please")
    rows, columns = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    if rows < 1 or columns < 1:
        raise ValueError("it does not fit")
    Y = torch.zeros(rows, columns)
    for i in range(rows):
        for j in range(columns):
            Y[i, j] = (X[i : i + K.shape[0], j : j + K.shape[1]] * K).sum()
    return Y
"""
GIVEN = "import torch"


@pytest.fixture(scope="module")
def judge():
    task = COURSE.assignment_of("corr2d").task("corr2d")
    return Judge(task, build_task(task, "0a", False), seed=3)


@pytest.mark.parametrize(
    "case, old, new, fate",
    [
        ("right", "sum", "sum", "same"),
        ("other names for the same", "rows < 1", "rows <= 0", "same"),
        ("a boundary", "rows < 1", "rows < 2", "killed"),
        ("a product turned round", "* K).sum", "+ K).sum", "killed"),
        ("an infinite loop", "for i in range(rows)", "while True", "killed"),
        ("does not run", "return Y", "return Z", "killed"),
        ("leaves the process", "Y = torch", "raise SystemExit; Y = torch", "killed"),
    ],
)
def test_fate(judge, case, old, new, fate):
    assert old in LOOP
    assert judge.fate(LOOP.replace(old, new), GIVEN)[0] == fate, case


def test_a_hole_in_the_graded_cases_is_found():
    """Graded on square images alone, a loop that takes the width for the height survives, and says where it differs."""
    task = COURSE.assignment_of("corr2d").task("corr2d")
    pack = build_task(task, "0a", False)
    square = [i for i, case in enumerate(pack["cases"]) if case["facet"] == "square"]
    weak = {"cases": [pack["cases"][i] for i in square], "expected": [pack["expected"][i] for i in square]}
    swapped = LOOP.replace("X.shape[0] - K.shape[0] + 1, X.shape[1] -", "X.shape[1] - K.shape[0] + 1, X.shape[0] -")
    fate, why = Judge(task, weak, seed=3).fate(swapped, GIVEN)
    assert fate == "survived"
    assert why


def test_no_type_of_statement_is_taken_for_a_word_of_ours():
    """Which edits a node has was once looked up by name, and a `with` found the helper of that name."""
    assert edited_sources("with open(X) as file:\n    Y = file.read()", seed=1)


def test_edits_are_programs_all_different_and_the_same_for_one_seed():
    found = edited_sources(LOOP, seed=1, doubles=20)
    assert len(found) > 150
    texts = [text for _, text in found]
    assert len(set(texts)) == len(texts)
    assert all(ast.parse(text) for text in texts)
    assert found == edited_sources(LOOP, seed=1, doubles=20)
    assert found != edited_sources(LOOP, seed=2, doubles=20)
    kinds = " ".join(what for what, _ in found)
    for kind in ("operator Mult", "0 to 1", "i to j", "statement dropped", "arguments", "Lt to LtE", "returned"):
        assert kind in kinds, kind


@pytest.mark.parametrize("task", CODE, ids=lambda task: task.name)
def test_every_task_has_right_solutions_to_edit(task):
    assert {"the reference", "the source notebook"} <= set(solutions(task))
    assert len(edits(task, 0)) >= 10


@pytest.mark.parametrize("task", CODE, ids=lambda task: task.name)
def test_the_other_cases_are_many_and_none_of_the_graded(task):
    others = other_cases(task, [0, 1], 20)
    assert len(others) == 20
    assert len({str(case) for case, _ in others}) >= 5
    facets = {case.facet for case in task.cases(np.random.default_rng(0), False)}
    assert {case["facet"] for case, _ in others} <= facets


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_no_wrong_edit_survives_anywhere():
    found = list(run_syntax_mutants(seed=7))
    assert [(e.task, e.origin, e.what, e.why) for e in found if e.fate == "survived"] == []
    assert sum(e.fate == "killed" for e in found) >= 300


@pytest.mark.slow
def test_what_ends_its_process_is_killed_and_the_next_one_still_judged(monkeypatch):
    crash = LOOP.replace("Y = torch", "import os; os._exit(1); Y = torch")
    sources = [("by hand", "crash", crash, GIVEN), ("by hand", "right", LOOP, GIVEN)]
    monkeypatch.setattr("grader.authoring.syntax_mutants.edits", lambda task, seed: sources)
    assert [edited.fate for edited in run_syntax_mutants(0, ["corr2d"])] == ["killed", "same"]


def test_a_task_with_a_survivor_is_not_published():
    """`python -m grader references` builds the pack with the same function, and exits with this message."""
    double = lambda n: 2 * n  # noqa: E731 - a reference for one test
    task = Task(
        "doubled",
        "code",
        1,
        "1.1",
        facets=(Facet("values", 1.0, "values"),),
        reference=double,
        cases=lambda rng, public: [Case("values", "two", (2,), atol=0.0)],
        misconceptions=(Misconception("squared", lambda n: n * n, "2 * 2 is 2 ** 2, too."),),
    )
    with pytest.raises(SurvivorError, match="'doubled': the misconception 'squared' passes every case"):
        build_task(task, "0a", False)
