"""Does the course list every task there is, say what is wrong with one that is not, and import torch only for code?"""

import ast
import dataclasses
import pickle
import shutil
import subprocess
import sys

import pytest

from grader.places import ROOT
from grader.tasks import COURSE, TaskError, course
from grader.tasks.course import Assignment

FILES = {
    name: assignment.folder / f"{name.lower()}.py"
    for assignment in COURSE.assignments
    for name in assignment.task_names
}


@pytest.mark.parametrize("assignment", COURSE.assignments, ids=lambda a: a.name)
def test_an_assignment_goes_to_another_process_as_its_name(assignment):
    assert assignment.tasks  # functions among them, which no other process could be sent
    sent = pickle.dumps(assignment)
    assert pickle.loads(sent) is assignment and len(sent) < 200


def test_a_name_that_is_used_twice_is_named():
    again = (*COURSE.assignments, Assignment("7-pooling", ("pool2d", "pad2d")))
    with pytest.raises(TaskError, match="the course 'convolutions' uses a name twice: pad2d"):
        dataclasses.replace(COURSE, assignments=again)


@pytest.mark.parametrize("assignment", COURSE.assignments, ids=lambda a: a.name)
def test_an_assignment_holds_its_tasks_in_the_order_of_the_notebook(assignment):
    assert tuple(assignment.tasks) == assignment.task_names
    assert (ROOT / "source" / assignment.name / assignment.notebook).exists()
    assert all(name.islower() or name == "Conv2D" for name in assignment.task_names)


@pytest.mark.parametrize(
    "ask, said",
    [
        (lambda: COURSE.assignment("7-pooling"), "there is no assignment '7-pooling'; there are 1-cross-correlation, "),
        (
            lambda: COURSE.assignment_of("corr3d"),
            "there is no task 'corr3d'; the tasks are predicted_outputs, corr2d, ",
        ),
    ],
)
def test_an_unknown_name_is_answered_with_those_there_are(ask, said):
    with pytest.raises(TaskError) as raised:
        ask()
    assert str(raised.value).startswith(said)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the tasks' folder, where assignments look for theirs."""
    shutil.copytree(course.FOLDER, tmp_path / "tasks", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(course, "FOLDER", tmp_path / "tasks")
    return tmp_path / "tasks" / "kernel_learning"


def _third(**changes):
    return dataclasses.replace(COURSE.assignment("3-kernel-learning"), **changes)


def test_a_task_that_nobody_listed_is_named(folder):
    shutil.copy(folder / "loss_curves.py", folder / "gain_curves.py")
    with pytest.raises(
        TaskError, match="^kernel_learning/gain_curves.py: holds a task that '3-kernel-learning' does not"
    ):
        _third().tasks  # noqa: B018 - asking is what raises


def test_a_listed_task_without_a_file_is_named(folder):
    names = ("learn_kernel", "loss_curves", "largest_stable_lr", "what_was_learned", "momentum")
    with pytest.raises(TaskError, match="lists the task 'momentum', but there is no kernel_learning/momentum.py"):
        _third(task_names=names).tasks  # noqa: B018


def test_a_task_with_another_name_than_its_file_is_named():
    listed = Assignment("3-kernel-learning", ("learn_kernel", "Loss_curves", "largest_stable_lr", "what_was_learned"))
    with pytest.raises(TaskError, match="kernel_learning/loss_curves.py: its task is called 'loss_curves', not 'Loss_"):
        listed.tasks  # noqa: B018


def test_shared_modules_need_not_be_listed():
    handmade = COURSE.assignment("2-edge-detection").folder / "handmade.py"
    assert handmade.exists()
    assert not course._holds_a_task(handmade)


# -- what stands in a task's file --------------------------------------------------------------------------------


def _places(source, name):
    """Return {what: line} of reference, cases, mistakes and TASK, as far as a file defines them."""
    called = {name: "reference", "cases": "cases", "MISTAKES": "mistakes", "TASK": "TASK"}
    found = {}
    for node in ast.parse(source).body:
        names = [node.name] if isinstance(node, (ast.FunctionDef, ast.ClassDef)) else []
        names += [target.id for target in getattr(node, "targets", []) if isinstance(target, ast.Name)]
        found |= {called[own]: node.lineno for own in names if own in called}
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_file_holds_reference_cases_mistakes_and_task_in_this_order(name):
    places = _places(FILES[name].read_text(encoding="utf-8"), name)
    in_order = [places[what] for what in ("reference", "cases", "mistakes", "TASK") if what in places]
    assert in_order == sorted(in_order)
    assert "TASK" in places


def _twice(source):
    statements = [ast.unparse(statement) for statement in ast.parse(source).body]
    return sorted({statement for statement in statements if statements.count(statement) > 1})


@pytest.mark.parametrize("path", sorted(course.FOLDER.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_is_said_twice_in_a_module(path):
    assert _twice(path.read_text(encoding="utf-8")) == []


def test_a_statement_that_stands_twice_is_seen():
    assert _twice("a = 1\nb = 2\na = 1\n") == ["a = 1"]


def test_another_order_is_seen():
    places = _places("TASK = 1\nMISTAKES = ()\ndef pad2d():\n    pass\n", "pad2d")
    assert places == {"TASK": 1, "mistakes": 2, "reference": 3}


# -- torch -------------------------------------------------------------------------------------------------------


def _imports_torch(*modules):
    code = f"import sys, importlib\nfor m in {modules!r}: importlib.import_module(m)\nprint('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip() == "True"


def test_value_test_and_text_tasks_import_no_torch():
    modules = [
        f"grader.tasks.{assignment.folder.name}.{name}"
        for assignment in COURSE.assignments
        for name, task in assignment.tasks.items()
        if task.kind in ("value", "test", "text")
    ]
    assert len(modules) > 20
    assert not _imports_torch("grader.tasks", *modules)


def test_that_question_can_be_answered_with_yes():
    assert _imports_torch("grader.tasks.cross_correlation.corr2d")
