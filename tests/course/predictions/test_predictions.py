"""Is every prediction a prediction: asked once, answered rightly, and with its answer nowhere before it?"""

import copy
import re

import nbformat
import numpy as np
import pytest

from course.predictions import all_answers
from grader.places import ROOT
from grader.tasks import COURSE
from tests.lesson_outputs import holds, numbers, outputs

CELL = re.compile(
    r'(?P<guess>\w+_guess) = (?P<empty>[^#\n]*\.\.\.[^#\n]*)(?P<comment>#.*)?\nreveal\("(?P<name>[^"]+)", (?P=guess)\)'
)
QUOTED = re.compile(r'"[^"]*"')
COMMON = 20  # whole numbers up to here stand everywhere
# what a later cell of the same section tells, once the tasks are solved, and why it may
BELOW = {
    ("one step", "accumulate-text"): "the next question starts where that step has landed",
    ("reshape", "run-gray"): "the shape (2, 3, 1, 1) of a kernel, not the answer 2, 3",
    ("integer kernels", "run-whole"): "the student's own function, once it is written, settles it",
}


def lesson(assignment):
    return nbformat.read(ROOT / "release" / assignment / COURSE.assignment(assignment).notebook, as_version=4).cells


def questions(cells):
    """Return [(place, match of CELL or None)] of all cells that call `reveal`."""
    return [
        (place, CELL.fullmatch(c.source))
        for place, c in enumerate(cells)
        if "reveal(" in c.source and c.cell_type == "code"
    ]


def flat(value):
    """Return the numbers of an answer, [] if it is made of words."""
    if isinstance(value, dict):
        return [number for entry in value.values() for number in flat(entry)]
    if isinstance(value, (str, bool)):
        return []
    return [float(number) for number in np.asarray(value).ravel()]


def section_start(cells, place):
    """Return where the section of a cell begins."""
    return max(
        n for n in range(place) if cells[n].source.startswith(("# ", "## ")) and cells[n].cell_type == "markdown"
    )


def told_by_words(text, answer):
    """Does a heading, or a question's name, hold the answer's word, and not every other word that can be guessed?"""
    if not answer.words:
        return False
    (title, *_) = text.casefold().split("\n")
    said = {word for word in answer.words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", title)}
    return str(answer.value).casefold() in said and said != set(answer.words)


def given_away(cells, shown):
    """Return what gives answers away: [(cell id, what)]; `shown` are the outputs with all guesses empty."""
    answers, found = all_answers(), []
    for place, match in questions(cells):
        if match is None:
            found.append((cells[place].id, "the cell is more than a guess and its reveal"))
            continue
        answer = answers.get(match["name"])
        if answer is None:
            found.append((cells[place].id, "there is no answer"))
            continue
        if numbers(QUOTED.sub("", match["empty"])) == flat(answer.value) != []:
            found.append((cells[place].id, "the guess is the answer"))
        if not all(choice in (match["comment"] or "").casefold() for choice in answer.choices):
            found.append((cells[place].id, "the comment does not say what can be guessed"))
        if told_by_words(cells[section_start(cells, place)].source, answer):
            found.append((cells[place].id, "the heading is the answer"))
        if told_by_words(match["name"], answer):
            found.append((cells[place].id, "the question's name is the answer"))
        if answer.because and answer.because in shown[place]:
            found.append((cells[place].id, "it answers an empty guess"))
        wanted = flat(answer.value)
        rare = [n for n in wanted if n != int(n) or abs(n) > COMMON]
        plain = set(wanted) <= {-1, 0, 1}  # such rows stand everywhere: looked for in the same section only
        for before in range(section_start(cells, place) if plain else 0, place):
            texts = (cells[before].source, shown[before])
            if len(wanted) > 2 and len(set(wanted)) > 1:
                told = any(holds(text, wanted) for text in texts)
            else:
                told = bool(rare) and any(holds(text, [n]) for text in texts for n in rare)
            if told:
                found.append((cells[place].id, f"the answer stands in {cells[before].id}"))
    return found


@pytest.mark.parametrize("assignment", COURSE.names)
def test_no_answer_stands_before_its_question(assignment):
    cells = lesson(assignment)
    assert given_away(cells, outputs(cells)) == []


def told_below(released, shown):
    """Return [(question, cell id)] of the numbers that stand below a question, in its section; `shown` when solved."""
    answers, found = all_answers(), []
    for place, match in questions(released):
        wanted = flat(answers[match["name"]].value)
        rare = [n for n in wanted if n != int(n) or abs(n) > COMMON]
        for below in range(place + 1, len(released)):
            if released[below].cell_type == "markdown" and released[below].source.startswith("## "):
                break
            texts = (released[below].source, shown[below])
            if len(set(wanted)) > 1:
                told = any(holds(text, wanted) for text in texts)
            else:
                told = any(holds(text, [n]) for text in texts for n in rare)
            if told:
                found.append((match["name"], released[below].id))
    return found


@pytest.mark.parametrize("assignment", COURSE.names)
def test_what_later_cells_tell_is_known(assignment):
    """A prediction is read with the cells below it on the same screen: what these tell has a reason, or goes."""
    solved = nbformat.read(ROOT / "source" / assignment / COURSE.assignment(assignment).notebook, as_version=4).cells
    assert set(told_below(lesson(assignment), outputs(solved))) <= set(BELOW)


def test_a_number_told_below_is_found():
    cells = copy.deepcopy(lesson("3-kernel-learning"))
    place = next(n for n, match in questions(cells) if match["name"] == "mean rate")
    cells.insert(place + 1, nbformat.v4.new_markdown_cell("Of course it is 1.26.", id="planted"))
    assert told_below(cells, [""] * len(cells)) == [
        ("one step", "accumulate-text"),
        ("mean rate", "planted"),
    ]


@pytest.mark.parametrize(
    "planted, what",
    [
        ('reveal("last row", [0, 0, 0, 0, 0, 1, 0, 2, 3])', "more than a guess"),
        ('last_row_guess = [..., 0]\nrow = [0]\nreveal("last row", last_row_guess)', "more than a guess"),
        ('copy_guess = ...\nreveal("copy", copy_guess)', "does not say what can be guessed"),
        ('x_guess = ...\nreveal("nobody asked", x_guess)', "there is no answer"),
        ("print([0, 0, 0, 0, 0, 1, 0, 2, 3])", "the answer stands in planted"),
        ("figures.kernel([[0, 0, 0, 0, 0, 1, 0, 2, 3]], 'the last row')", "the answer stands in planted"),
        ("85 million", "the answer stands in planted"),
        ("## 1.0 How the response moves", "the heading is the answer"),
    ],
)
def test_an_answer_that_is_given_away_is_found(planted, what):
    assignment = "1-cross-correlation"
    cells = copy.deepcopy(lesson(assignment))
    words = planted == "85 million" or planted.startswith("#")
    make = nbformat.v4.new_markdown_cell if words else nbformat.v4.new_code_cell
    first = questions(cells)[0][0]
    cells.insert(first - 1 if words else 2, make(planted, id="planted"))
    assert any(what in reason for _, reason in given_away(cells, outputs(cells)))


def test_every_question_is_asked_once_and_every_answer_has_its_question():
    asked = [match["name"] for assignment in COURSE.names for _, match in questions(lesson(assignment)) if match]
    assert sorted(asked) == sorted(all_answers())


@pytest.mark.parametrize("name", all_answers())
def test_an_answer_shows_a_reason_or_a_picture(name):
    answer = all_answers()[name]
    assert answer.because or answer.figure
    assert answer.figure is None or len(answer.figure().alt) > 20


def test_no_answer_is_a_graded_value():
    graded = {}
    for assignment in COURSE.names:
        for task in COURSE.assignment(assignment).tasks.values():
            for entry, value in (task.answer or {}).items():
                graded[task.name, entry] = flat(value)
    same = [
        (name, *place)
        for name, answer in all_answers().items()
        for place, value in graded.items()
        if value and flat(answer.value) == value and (len(value) > 2 or abs(value[0]) > COMMON)
    ]
    assert same == []
