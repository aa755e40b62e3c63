"""Are case packs reproducible, complete, and free of what students must not have?"""

import dataclasses
import functools
import json
import re

import pytest

from grader.authoring import build
from grader.authoring.build import SurvivorError, build_pack, build_task, dump
from grader.packs import load_public, reading
from grader.tasks import COURSE
from grader.tasks.cross_correlation.corr2d import corr2d
from grader.tasks.model import Case, Facet, Misconception, Task, TaskError


@functools.cache
def hidden_pack(assignment):
    """Return a hidden pack, which takes seconds to build; nobody may change it."""
    return build_pack(assignment, "aa", False)


@pytest.mark.parametrize("assignment", COURSE.names)
def test_public_pack_is_the_committed_one(assignment):
    """`python -m grader references --public` has nothing to change."""
    assert dump(build_pack(assignment, reading.PUBLIC_SEED, True)) + "\n" == reading.public_path(assignment).read_text()


@pytest.mark.parametrize("assignment", COURSE.names)
def test_hidden_pack_depends_on_the_seed_and_on_nothing_else(assignment):
    same, other = (dump(build_pack(assignment, seed, False)) for seed in ("aa", "bb"))
    assert dump(hidden_pack(assignment)) == same
    assert same != other


@pytest.mark.parametrize("assignment", COURSE.names)
def test_public_pack_tells_no_answer_of_value_test_and_text_tasks(assignment):
    for name, entry in load_public(assignment)["tasks"].items():
        if COURSE.assignment_of(name).task(name).kind in ("value", "test", "text"):
            told = {"kind", "points", "read", "needs", "facets", "form", "cell", "made_from"}
            assert set(entry) - {"aliases"} == told, name
        assert "given" not in entry, name


@pytest.mark.parametrize("assignment", COURSE.names)
def test_every_facet_has_a_public_and_a_hidden_case(assignment):
    for pack in (load_public(assignment), hidden_pack(assignment)):
        for name, entry in pack["tasks"].items():
            if "cases" in entry:
                assert {c["facet"] for c in entry["cases"]} == {f["name"] for f in entry["facets"]}, name


@pytest.mark.parametrize("assignment", COURSE.names)
def test_a_hidden_pack_holds_all_that_grading_needs(assignment):
    tasks = COURSE.assignment(assignment).tasks
    for name, entry in hidden_pack(assignment)["tasks"].items():
        task = tasks[name]
        assert (entry["points"], entry["cell"], entry["needs"]) == (task.points, task.cell, list(task.needs)), name
        if task.kind in ("code", "module"):
            assert entry["given"].startswith(COURSE.given_imports), name
            for needed in (*task.needs, name):
                assert re.search(rf"^(def |class |){needed}\b", entry["given"], re.MULTILINE), (name, needed)
        elif task.kind != "text":
            assert ("judge" in entry) == (task.judge is not None), name
            assert json.loads(json.dumps(entry.get("answer", {}))) == json.loads(json.dumps(task.answer)), name
            assert [wrong["name"] for wrong in entry["misconceptions"]] == [m.name for m in task.misconceptions], name
        assert not set(entry) & {"rubric", "reference"}, name


def test_packs_are_json_without_pickles():
    assert json.loads(reading.public_path("1-cross-correlation").read_text())["format"] == reading.FORMAT


def test_a_task_whose_misconception_survives_is_not_published():
    task = COURSE.assignment_of("corr2d").task("corr2d")
    survivor = Misconception("the right thing", lambda X, K: corr2d(X, K).float(), "nothing is wrong with it")
    with pytest.raises(SurvivorError, match="'the right thing' passes every case, in 5 draws"):
        build_task(dataclasses.replace(task, misconceptions=(survivor,)), "aa", False)


def _halving(*draws):
    """A task to halve a number, whose cases are the numbers of the first draw, then of the second, and so on."""
    left = list(draws)
    cases = lambda rng, public: [Case("values", f"half of {n}", (n,), atol=0.0) for n in left.pop(0)]  # noqa: E731
    return Task(
        "halve",
        "code",
        1,
        "1.1",
        facets=(Facet("values", 1.0, "values"),),
        reference=lambda n: n / 2,
        cases=cases,
        misconceptions=(
            Misconception("one_less", lambda n: n - 1.0, "Half of n is not n - 1."),
            Misconception("square_root", lambda n: n**0.5, "Half of n is not its root."),
        ),
    )


@pytest.mark.parametrize("flawed", [(4.0,), (2.618033988749895,)])
def test_cases_on_which_a_mistake_passes_or_looks_like_another_are_drawn_again(flawed):
    """At 4 the root is right; at 2.618, the square of the golden ratio, n - 1 is the root."""
    drawn = build_task(_halving(flawed, (6.0, 9.0)), "0a", False)
    assert [case["args"] for case in drawn["cases"]] == [[6.0], [9.0]]
    assert [wrong["answers"][1] for wrong in drawn["misconceptions"]] == [{"result": 8.0}, {"result": 3.0}]


def test_two_misconceptions_that_always_look_alike_are_not_published():
    golden = [(2.618033988749895,)] * build.DRAWS
    with pytest.raises(SurvivorError, match="'square_root' is taken for 'one_less', in 5 draws"):
        build_task(_halving(*golden), "0a", False)


@pytest.mark.parametrize(
    "changes, rule",
    [
        ({"facets": (Facet("a", 0.5, ""), Facet("b", 0.4, ""))}, "the weights of its facets add up to 0.9, not to 1"),
        ({"facets": (Facet("a", 0.5, ""), Facet("a", 0.5, ""))}, "facets have names of their own"),
        ({"kind": "essay"}, "kind 'essay' is not one of"),
        ({"reference": None}, "a code task has a reference and cases"),
        ({"points": 0}, "a task is worth more than 0 points"),
        ({"kind": "text"}, "a text task has a rubric"),
    ],
)
def test_a_wrong_definition_is_refused_when_it_is_made(changes, rule):
    task = COURSE.assignment_of("corr2d").task("corr2d")
    with pytest.raises(TaskError, match=f"task 'corr2d': {rule}"):
        dataclasses.replace(task, **changes)


def test_every_assignment_is_worth_its_points():
    for assignment, tasks in ((one.name, list(one.tasks.values())) for one in COURSE.assignments):
        assert isinstance(tasks[0], Task)
        assert sum(task.points for task in tasks) == (10 if assignment.startswith("6") else 20), assignment
