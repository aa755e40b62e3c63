"""Is a notebook mended into the released one's form, with nothing of the student's lost or taken for something else?"""

import copy

import nbformat
import pytest

from grader.submission.mending import normalize, upgrade
from grader.submission.pattern import key_of, released
from grader.submission.prose import LONGEST_TEXT, Text, pasted_pictures

ASSIGNMENT = "1-cross-correlation"
CHECK, ANSWER = "check-corr2d", "answer-why_no_error"
WORDS = "A view of a leaf."
PICTURE = {"image/png": "AAAA"}


def the(nb, name):
    """Return the one cell of this id."""
    (cell,) = [c for c in nb.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name]
    return cell


@pytest.fixture
def nb():
    return copy.deepcopy(released(ASSIGNMENT))


def mended(nb, beside=()):
    """Mend, and return what was said."""
    return "\n".join(normalize(nb, released(ASSIGNMENT), beside))


@pytest.mark.parametrize("key, value", [("points", 100), ("grade", False), ("solution", True), ("locked", False)])
def test_points_and_flags_are_not_the_students_to_choose(nb, key, value):
    the(nb, CHECK).metadata.nbgrader[key] = value
    assert "its nbgrader metadata was changed: put right" in mended(nb)
    assert the(nb, CHECK).metadata.nbgrader == the(released(ASSIGNMENT), CHECK).metadata.nbgrader


def test_a_cell_turned_into_another_kind_is_turned_back(nb):
    cell = the(nb, CHECK)
    cell.cell_type = "markdown"
    cell.attachments = {"a.png": PICTURE}
    del cell["outputs"], cell["execution_count"]
    assert "was a markdown cell: put right" in mended(nb)
    assert the(nb, CHECK).cell_type == "code" and the(nb, CHECK).outputs == [] and "attachments" not in the(nb, CHECK)
    nbformat.validate(nb)


@pytest.mark.parametrize("typed", ["x = 1", "def f(:", "# why?"])
def test_what_was_typed_into_a_check_cell_runs_before_it(nb, typed):
    line = the(nb, CHECK).source
    the(nb, CHECK).source = f"{typed}\n{line}"
    said = mended(nb)
    index = nb.cells.index(the(nb, CHECK))
    runs = nb.cells[index - 1].source == typed
    assert runs == (typed != "# why?") == ("runs before it" in said)  # what does not compile runs, so that it is seen
    assert the(nb, CHECK).source == line


def test_a_copy_without_metadata_is_an_ordinary_cell(nb):
    again = copy.deepcopy(the(nb, CHECK))
    del again.metadata["nbgrader"]
    again.id = "another"
    nb.cells.append(again)
    assert mended(nb) == "" and the(nb, CHECK) is not nb.cells[-1]


@pytest.mark.parametrize("last", ["YOUR ANSWER HERE", "", "Later words."])
def test_of_an_answer_that_is_there_twice_the_last_that_says_something_counts(nb, last):
    the(nb, ANSWER).source = WORDS
    again = copy.deepcopy(the(nb, ANSWER)) | {"source": last, "id": "another"}
    nb.cells.insert(1 + nb.cells.index(the(nb, ANSWER)), nbformat.from_dict(again))
    assert "is there more than once: a person marks it" in mended(nb)
    assert the(nb, ANSWER).source.startswith("Later words." if last.startswith("Later") else WORDS)
    assert WORDS in the(nb, ANSWER).source  # the other one is shown


def test_a_blank_answer_without_its_metadata_is_found_among_what_was_written_around_it(nb):
    cell = the(nb, ANSWER)
    del cell.metadata["nbgrader"], cell["id"]
    nb.nbformat_minor = 4
    place = nb.cells.index(cell)
    nb.cells.insert(place + 1, nbformat.v4.new_raw_cell(""))
    assert "had lost its nbgrader metadata: put right" in mended(nb)
    assert nb.cells.index(the(nb, ANSWER)) == place and the(nb, ANSWER).source == "YOUR ANSWER HERE"


def test_a_picture_alone_is_no_blank_answer(nb):
    the(nb, ANSWER).attachments = {"a.png": PICTURE}
    mended(nb)
    assert "a picture was pasted into it and nothing written" in the(nb, ANSWER).source


def test_pictures_of_one_name_are_all_shown(nb):
    for number in (1, 2):
        cell = nbformat.v4.new_markdown_cell(f"my sketch {number} ![](attachment:a.png)")
        cell.attachments = {"a.png": {"image/png": f"AAA{number}"}}
        nb.cells.append(cell)
    mended(nb)
    answer = the(nb, ANSWER)
    assert answer.attachments == {"a.png": {"image/png": "AAA1"}, "2-a.png": {"image/png": "AAA2"}}
    assert "1 ![](attachment:a.png)" in answer.source and "2 ![](attachment:2-a.png)" in answer.source


def test_a_marker_is_shown_no_more_than_can_be_read(nb):
    beside = [Text(f"the file {n}.txt", str(n) * (LONGEST_TEXT + 1000)) for n in range(6)]
    mended(nb, beside)
    shown = the(nb, ANSWER).source
    assert len(shown) < 3.1 * LONGEST_TEXT and "There is more in the notebook." in shown
    assert shown.count("0" * LONGEST_TEXT) == 1 and "0" * (LONGEST_TEXT + 1) not in shown


def test_an_answer_below_the_cell_that_it_was_merged_with_is_shown(nb):
    """An editor that drops ids, and a student who merged the question's text with the words below it."""
    index = nb.cells.index(the(nb, ANSWER))
    long = next(cell for cell in reversed(nb.cells[:index]) if cell.cell_type == "markdown" and len(cell.source) > 60)
    for cell in nb.cells:
        cell.pop("id", None)
    nb.nbformat_minor = 4
    long.source += f"\n\n{WORDS}"
    mended(nb)
    assert f"> {WORDS}" in the(nb, ANSWER).source and long.source.split("\n")[0] not in the(nb, ANSWER).source


@pytest.mark.parametrize("found", ["text", ["a"], 3, {"grade_id": 3}, {"grade_id": ["a"]}])
def test_metadata_of_any_form_stops_nobody(nb, found):
    nb.cells[0].metadata["nbgrader"] = found
    assert "nbgrader" not in upgrade(nb).cells[0].metadata


@pytest.mark.parametrize(
    "raw, kept",
    [
        ({"a.png": PICTURE}, {"a.png": PICTURE}),
        ({"a.png": {"image/png": ["AA", "AA"]}}, {"a.png": PICTURE}),
        ({"a.png": {"image/png": 3}}, {}),
        ({"a.png": {"image/png": [3]}}, {}),
        ({"a.html": {"text/html": "<script>"}}, {}),
        ({"a.png": {"image/png\n<b>": "AAAA"}}, {}),
        ({"a.png": "AAAA"}, {}),
        ("AAAA", {}),
        (None, {}),
    ],
)
def test_only_pictures_are_kept_of_attachments(raw, kept):
    assert pasted_pictures(raw) == kept


@pytest.mark.parametrize(
    "one, other", [("ﬁnd", "find"), ("Ｙ", "y"), ("e\u0301", "é"), ("**A**  b", "ab"), ("STRASSE", "straße")]
)
def test_texts_that_look_alike_are_alike(one, other):
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize("code, shown", [(f"# {WORDS}", True), (f'"{WORDS}"', True), (WORDS, True), ("x = 1", False)])
def test_words_in_a_cell_of_the_students_own_are_shown_and_code_is_not(nb, code, shown):
    """Far away from the answer's place, where code of the student's is nothing unusual."""
    nb.cells.insert(1, nbformat.v4.new_code_cell(code))
    mended(nb)
    assert (WORDS in the(nb, ANSWER).source) == shown


def test_words_typed_over_a_demonstration_are_shown(nb):
    cell = next(
        c for c in nb.cells if c.cell_type == "code" and "nbgrader" not in c.metadata and "import" not in c.source
    )
    cell.source = WORDS
    mended(nb)
    assert f"> {WORDS}" in the(nb, ANSWER).source
