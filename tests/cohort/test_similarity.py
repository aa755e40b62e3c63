"""Are copies found whatever was done to them, and are those left alone who only solved the same task?"""

import json
import random

import nbformat
import pytest
from click.testing import CliRunner

from grader.cli import main
from grader.cohort.similarity import WARNING, html_page, similar_answers
from grader.cohort.similarity.answers import answer, code_cells
from grader.cohort.similarity.comparing import THRESHOLD, alike, bags
from grader.cohort.similarity.fragments import LARGEST_ANSWER, Unreadable, fragments, own_words, parsed
from grader.errors import UserError
from tests import similarity
from tests.submissions.build import hand_in, released

ASSIGNMENT = "1-cross-correlation"
LOOP = """\
def corr2d(X, K):
    rows = X.shape[0] - K.shape[0] + 1
    columns = X.shape[1] - K.shape[1] + 1
    if min(rows, columns) < 1:
        raise ValueError("K does not fit")
    answer = []
    for i in range(rows * columns):
        r, c = divmod(i, columns)
        window = X[r:r + K.shape[0], c:c + K.shape[1]]
        answer.append(torch.tensordot(window * 1.0, K * 1.0, dims=2))
    return torch.stack(answer).reshape(rows, columns)
"""


@pytest.mark.parametrize(
    "case, copy",
    [
        ("renamed", LOOP.replace("rows", "n_up").replace("columns", "n_across").replace("window", "patch")),
        ("another comment", LOOP.replace("    answer = []\n", "    # all of them\n    answer = []  # empty\n")),
        ("a docstring", LOOP.replace("(X, K):\n", '(X, K):\n    """Slide K over X."""\n')),
        ("another message", LOOP.replace("K does not fit", "the kernel is larger than the image")),
        ("spacing", LOOP.replace("    ", "  ").replace(" * 1.0", "*1.0").replace("\n  if", "\n\n\n  if")),
        ("brackets", LOOP.replace("rows * columns)", "(rows * columns))")),
        ("types", LOOP.replace("(X, K)", "(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor")),
        (
            "two lines swapped",
            LOOP.replace(LOOP.splitlines()[1] + "\n", "").replace("    if min", LOOP.splitlines()[1] + "\n    if min"),
        ),
        ("magics of a notebook", "%%time\n" + LOOP + "!ls\n"),
        ("imports", "import torch\nimport torch.nn.functional as F\n" + LOOP),
    ],
)
def test_a_disguise_changes_no_fragment(case, copy):
    assert copy != LOOP
    assert fragments(parsed(copy)).keys() == fragments(parsed(LOOP)).keys(), case


@pytest.mark.parametrize(
    "case, other",
    [
        ("another number", LOOP.replace("* 1.0, dims", "* 2.0, dims")),
        ("another function", LOOP.replace("tensordot", "inner")),
        ("another operator", LOOP.replace("rows * columns", "rows + columns")),
        ("another order inside an expression", LOOP.replace("window * 1.0", "1.0 * window")),
    ],
)
def test_what_is_computed_otherwise_is_another_fragment(case, other):
    assert fragments(parsed(other)).keys() != fragments(parsed(LOOP)).keys(), case


@pytest.mark.parametrize(
    "case, source, says",
    [
        ("a syntax error", "def f(:\n", "does not compile (line 1)"),
        ("a nul byte", "x = 1\0", "does not compile|cannot be parsed"),
        ("endless brackets", "(" * 5_000 + ")" * 5_000, "does not compile|cannot be parsed"),
        ("endless minus", "x = " + "-" * 10_000 + "1", "nested too deeply|cannot be parsed|does not compile"),
        ("endless text", "x = 1\n" * LARGEST_ANSWER, "longer than"),
    ],
)
def test_an_answer_that_cannot_be_read_ends_nothing(case, source, says):
    with pytest.raises(Unreadable) as error:
        fragments(parsed(source))
    assert any(each in str(error.value) for each in says.split("|")), case


def test_many_with_the_same_answer_say_nothing_of_two_of_them():
    """Fragments 0..19 are everybody's, 100..149 those of a pair: only the pair is alike."""
    everybody = [set(range(20)) | {1000 + 20 * n + k for k in range(20)} for n in range(100)]
    pair = [set(range(20)) | set(range(100, 150))] * 2
    assert [(i, j) for i, j, _ in alike(bags([*everybody, *pair], set()))] == [(100, 101)]
    assert [*alike(bags([set(range(20))] * 100, set()))] == []
    assert [(i, j) for i, j, _ in alike(bags([set(range(20))] * 2, set()))] == [(0, 1)]  # a class of two
    assert [*alike(bags([set(range(20))] * 2, set(range(10))))] == []  # ten of their own: too short to say


def test_the_words_somebody_chose():
    source = "k_hgt = 1  # as my friend said\ni = 2  # step\ndef g(): pass\n"
    assert own_words(source, parsed(source)) == {"k_hgt", "# as my friend said"}


# -- a class


def _class(root, answers, task="corr2d"):
    for student, source in answers.items():
        nb = released(ASSIGNMENT)
        if source is not None:
            next(c for c in nb.cells if c.metadata.get("nbgrader", {}).get("grade_id") == task).source = source
        hand_in(root, ASSIGNMENT, student, nb)
    return root


@pytest.fixture
def small_class(tmp_path):
    """Nine who solved corr2d each in an own way, one who copied from the first, one who left it as it was."""
    solutions = [LOOP, *(s for s in similarity.independent_answers()["corr2d"].values() if len(s) > 350)][:9]
    answers = {f"s{number:03}": source for number, source in enumerate(solutions, 1)}
    copy = similarity.copied(LOOP.replace("answer", "my_windows"), random.Random(1))
    return _class(tmp_path, answers | {"s010": copy, "s011": None})


def test_the_copy_is_found_and_nobody_else(small_class):
    found = similar_answers(small_class, ASSIGNMENT)
    assert [pair.students for pair in found.pairs] == [("s001", "s010")]
    (task,) = found.pairs[0].tasks
    assert task.task == "corr2d" and task.score > 0.9
    assert found.students == 11 and found.tasks["corr2d"]["answers"] == 10
    marked = [task.sources[0].splitlines()[line - 1] for line in task.lines[0]]
    assert any("tensordot" in line for line in marked) and task.sources[0] == LOOP


def test_nobodys_code_is_run(small_class, tmp_path):
    for student in ("s001", "s010"):
        _class(small_class, {student: f"open({str(tmp_path / 'ran')!r}, 'w')\n" + LOOP})
    assert similar_answers(small_class, ASSIGNMENT).pairs
    assert not (tmp_path / "ran").exists()


def test_words_that_only_two_have_are_shown(small_class):
    for student in ("s001", "s010"):
        _class(small_class, {student: LOOP.replace("window", "fenster") + "# see the blue book\n"})
    (pair,) = similar_answers(small_class, ASSIGNMENT).pairs
    assert {"# see the blue book", "fenster"} <= set(pair.tasks[0].words)
    assert "corr2d" not in pair.tasks[0].words  # everybody has it


def test_short_answers_abstain(tmp_path):
    """The same line in every notebook says nothing."""
    line = "def corr2d(X, K):\n    return (X.unfold(0, *K.shape[:1], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))\n"
    found = similar_answers(_class(tmp_path, {f"s{n:03}": line for n in range(5)}), ASSIGNMENT)
    assert found.pairs == [] and found.tasks["corr2d"] == {"answers": 5, "compared": 0}


def test_who_has_withdrawn_is_hidden(small_class, monkeypatch):
    monkeypatch.delenv("CONVOLUTIONS_ROSTER", raising=False)
    head = "id,first_name,last_name,email,role\nt,,,,instructor\n"
    (small_class / "roster.csv").write_text(head + "s010,,,,withdrawn\n")
    assert similar_answers(small_class, ASSIGNMENT).pairs == []
    (small_class / "roster.csv").write_text(head + "s010,,,,student\n")
    assert len(similar_answers(small_class, ASSIGNMENT).pairs) == 1


def test_odd_submissions_are_listed_and_compared_for_what_is_there(small_class):
    folder = small_class / "submitted" / "s010" / ASSIGNMENT
    (folder / "inside").mkdir()
    (folder / "cross-correlation.ipynb").rename(folder / "inside" / "Homework (1).ipynb")
    (small_class / "submitted" / "s002" / ASSIGNMENT / "cross-correlation.ipynb").write_text("{not json")
    (small_class / "submitted" / "s003" / ASSIGNMENT / "cross-correlation.ipynb").write_text('{"cells": [7, null]}')
    (small_class / "submitted" / "s004" / ASSIGNMENT / "cross-correlation.ipynb").unlink()
    _class(small_class, {"s005": "def corr2d(X, K)\n    return X"})
    found = similar_answers(small_class, ASSIGNMENT)
    assert [pair.students for pair in found.pairs] == [("s001", "s010")]
    assert set(found.not_read) == {"s002", "s004", "s005, corr2d"}  # of s003 nothing is left to compare
    assert found.not_read["s005, corr2d"] == "does not compile (line 1)"


@pytest.mark.parametrize("students", [0, 1])
def test_it_takes_two(tmp_path, students):
    _class(tmp_path, {f"s{n}": LOOP for n in range(students)})
    with pytest.raises(UserError, match=f"{['no', 'one'][students]} submission for 1-cross-correlation; it takes two"):
        similar_answers(tmp_path, ASSIGNMENT)


@pytest.mark.parametrize("dropped", ["nothing", "metadata", "metadata and ids"])
def test_the_cell_is_found_whatever_an_editor_dropped_and_with_its_helpers(dropped):
    nb = released(ASSIGNMENT)
    place = next(i for i, c in enumerate(nb.cells) if c.metadata.get("nbgrader", {}).get("grade_id") == "corr2d")
    nb.cells[place].source = "def corr2d(X, K):\n    return helper(X, K)\n"
    nb.cells.insert(place, nbformat.v4.new_code_cell("def helper(X, K):\n    return X\n"))
    nb.cells.insert(place, nbformat.v4.new_code_cell("unused = 1\n"))
    for cell in nb.cells:
        if "metadata" in dropped:
            cell.metadata = {}
        if "ids" in dropped:
            del cell["id"]
    found = answer(code_cells(nb), code_cells(released(ASSIGNMENT)), "corr2d")
    assert found.endswith("return helper(X, K)\n") and "unused" not in found
    assert found.startswith("def helper") or "ids" in dropped  # a helper is known by being no released cell


# -- what is shown


def test_the_page_holds_no_markup_of_a_student_and_says_that_it_is_no_verdict(small_class):
    script = "</pre><script>alert(1)</script> and <img src=x onerror=alert(2)>"
    nasty = LOOP.replace("K does not fit", script) + f"# {script}\n"  # in a line that is marked, and in one that is not
    _class(small_class, {"s001": nasty, "s010": nasty})
    found = similar_answers(small_class, ASSIGNMENT)
    text = html_page(found, {s: s for s in ("s001", "s010")} | {"s001": "<b>s001</b>"})
    assert WARNING in text and "not a verdict" in text
    for markup in ("<script", "<img", "<b>s001"):
        assert markup not in text
    assert "http" not in text.replace("http-equiv", "")  # nothing is loaded
    assert text.count("<mark>≈ ") > 5  # marked by a sign, not by colour alone


def test_the_command_under_pseudonyms_names_nobody(small_class):
    arguments = ["similar", ASSIGNMENT, "--course", str(small_class)]
    plain = CliRunner().invoke(main, arguments)
    assert plain.exit_code == 0 and "s001 and s010: corr2d" in plain.stdout and WARNING in plain.stdout
    html = small_class / "similar.html"
    shared = CliRunner().invoke(main, [*arguments, "--pseudonyms", "--json", "--html", str(html)])
    told = json.loads(shared.stdout)
    assert len(told["pairs"]) == 1 and told["threshold"] == THRESHOLD
    for text in (shared.stdout, html.read_text()):
        assert "s001" not in text and "s010" not in text
        assert all(name in text for name in told["pairs"][0]["students"])


def test_no_submissions_are_one_line_and_exit_2(tmp_path):
    done = CliRunner().invoke(main, ["similar", ASSIGNMENT, "--course", str(tmp_path)])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "it takes two to be alike" in done.stderr


# -- the figures in docs/instructors.md


@pytest.mark.slow
def test_the_threshold_is_the_one_that_the_first_half_gives_and_holds_on_the_second():
    first, second = similarity.measure()
    assert abs(similarity.threshold(first) - THRESHOLD) <= 0.05  # the answers of the corpus may grow
    assert len(second.independent) > 400 and len(second.copies) > 60
    flagged = [row for row in second.independent if row[0] >= THRESHOLD]
    missed = [row for row in second.copies if row[0] < THRESHOLD]
    assert len(flagged) <= 0.005 * len(second.independent), flagged
    assert len(missed) <= 0.02 * len(second.copies), missed
    assert sum(row[0] >= THRESHOLD for row in second.repaired) >= len(second.repaired) / 2
