"""Does anything that student code stores, prints or raises carry a hidden value out, or markup into a page?"""

import json

import nbformat
import pytest

from grader.cohort.grading import grade_class
from grader.gradebook.pipelines import open_course, run_step
from grader.gradebook.reading import table
from grader.publishing.secrets import find_secrets, hidden_numbers
from grader.submission.evidence import read_evidence
from tests.submissions.build import example, hand_in

ASSIGNMENT = "1-cross-correlation"
TALKATIVE = """
import atexit, logging, os, sys, threading, warnings
from IPython.display import display

seen = []

def corr2d(X, K):
    text = f"{X.tolist()} {K.tolist()}"
    seen.append(text)
    print(text)
    print(text, file=sys.stderr)
    print(text, file=sys.__stdout__)
    os.write(1, text.encode())
    display(text)
    warnings.warn(text)
    logging.error(text)
    threading.Timer(0.05, print, [text]).start()
    atexit.register(print, text)
    with open("seen.txt", "a") as file:
        file.write(text)
    corr2d.__doc__ = corr2d.__name__ = corr2d.__qualname__ = text
    In[0] = Out[99] = text
    globals()["_" + str(len(seen))] = text
    os.environ["SEEN"] = text[:1000]
    get_ipython().payload_manager.write_payload({"source": "set_next_input", "text": text, "replace": True})
    {ending}
"""
ENDINGS = {
    "raises with the input as text": "raise RuntimeError(text)",
    "raises an exception named after the input": "raise type(str(X.flatten()[0].item()), (ValueError,), {})(text)",
    "raises a chain": "raise ValueError(text) from KeyError(text)",
    "returns an object named after the input": "return type(str(X.flatten()[0].item()), (), {})()",
    "returns a text": "return text",
    "returns a dict": "return {text: text}",
    "returns a tensor with attributes": "Y = torch.zeros(2, 2); Y.seen = text; Y.__doc__ = text; return Y",
    "returns the input": "return X",
}
MARKUP = """
class Hostile(Exception):
    def __str__(self):
        return "<script>alert(1)</script>\\x1b[2J\\x1b[31mred"

def corr2d(X, K):
    def helper(rows):
        return rows[7]
    if X.dim() == 2 and K.dim() == 2:
        raise Hostile
    return helper([])
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A course folder in which every talkative submission has been graded and has feedback."""
    import shutil

    from grader.places import ROOT

    root = tmp_path_factory.mktemp("leaks")
    shutil.copytree(ROOT / "source", root / "source")
    for number, ending in enumerate(ENDINGS.values()):
        hand_in(root, ASSIGNMENT, f"s{number}", _with_corr2d(TALKATIVE.replace("{ending}", ending)))
    hand_in(root, ASSIGNMENT, "markup", _with_corr2d(MARKUP))
    results = grade_class(root, ASSIGNMENT, timeout=10)
    for result in results:
        assert result.status == "graded", result.error
        run_step(open_course(root).generate_feedback, ASSIGNMENT, result.student)
    return root


def _with_corr2d(source):
    nb = example(ASSIGNMENT, "model")
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "corr2d":
            cell.source = source
    return nb


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["autograded", "feedback", "private/evidence"])
def test_no_hidden_value_comes_out(told, folder):
    assert len(list((told / folder).rglob("*.*"))) > len(ENDINGS)
    assert find_secrets(told / folder, before_submission=False) == []


@pytest.mark.slow
def test_nor_on_the_instructors_terminal(told):
    shown = table(told, ASSIGNMENT)
    assert not [number for number in hidden_numbers() if "." in number and number in shown]
    assert "\x1b" not in shown


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(ENDINGS)))
def test_the_talkative_function_scores_what_it_returns(told, number):
    task = read_evidence(told, ASSIGNMENT, f"s{number}")["tasks"]["corr2d"]
    raises_value_error = "ValueError" in list(ENDINGS.values())[number]
    assert task["score"] <= (0.5 if raises_value_error else 0.0)
    assert read_evidence(told, ASSIGNMENT, f"s{number}")["tasks"]["convolve2d"]["score"] == 2


@pytest.mark.slow
def test_an_exception_on_a_public_case_is_shown_as_the_students_own_and_escaped(told):
    (page,) = (told / "feedback" / "markup").rglob("*.html")
    text = page.read_text(encoding="utf-8")
    assert "<script>alert(1)" not in text
    assert "\x1b" not in text
    assert "raise Hostile" in text
    nb = nbformat.read(next((told / "autograded" / "markup").rglob("*.ipynb")), 4)
    shown = json.dumps([cell.get("outputs", []) for cell in nb.cells])
    assert "Hostile" in shown
    assert "<script>alert(1)" not in "".join(
        output.data.get("text/html", "") for cell in nb.cells for output in cell.get("outputs", []) if "data" in output
    )
