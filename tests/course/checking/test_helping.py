"""Is what comes back in the wrong form told by its form, and nothing said of what is not written yet?"""

import pytest

from course.checking.compare import compare_answers
from course.checking.helping import help_with
from course.checking.plain import from_lists

REFUSAL = {"raised": {"type": "ValueError", "bases": ["ValueError"], "text": "", "line": "", "refused": True}}
UNWRITTEN = {"raised": REFUSAL["raised"] | {"type": "NotImplementedError", "bases": ["RuntimeError"]}}
TRUTHS = {"result": {"tensor": {"dtype": "bool", "shape": [2], "data": [True, False]}}}
VALUE = {"result": {"tensor": {"dtype": "float32", "shape": [2], "data": [1.0, 2.0]}}}
NOTHING = {"result": None}
ROWS = {
    "a shape where one number is due": ([{"result": 3}], [{"result": from_lists((1, 3))}], "several_for_a_number"),
    "another number": ([{"result": 3}], [{"result": 4}], None),
    "an answer for each number": ([{"result": True}], [TRUTHS], "many_truth_values"),
    "the wrong truth": ([{"result": True}], [{"result": False}], None),
    "an error handed back": ([REFUSAL], [{"result": {"other": "ValueError"}}], "error_returned"),
    "a number for what does not fit": ([REFUSAL], [{"result": 0}], "not_refused"),
    "None, and a refusal of what does not fit": ([VALUE, REFUSAL], [NOTHING, REFUSAL], "nothing_returned"),
    "None on one way, a result on another": ([VALUE, VALUE], [NOTHING, VALUE], "nothing_returned"),
    "None always, as of a stub": ([VALUE, VALUE], [NOTHING, NOTHING], None),
    "a refusal by another exception": ([VALUE, REFUSAL], [VALUE, UNWRITTEN], "another_exception"),
    "what is not written yet": ([VALUE, VALUE], [UNWRITTEN, VALUE], "not_written"),
    "None where it should refuse": ([VALUE, REFUSAL], [VALUE, NOTHING], "not_refused"),
}


@pytest.mark.parametrize("row", ROWS)
def test_the_form_of_a_wrong_answer(row):
    expected, answers, name = ROWS[row]
    case = {"facet": "values", "name": "f(1)", "atol": 1e-4, "observe": ["result"]}
    pack = {"cases": [case] * len(expected), "expected": expected}
    verdicts = [compare_answers(answer, right, case) for answer, right in zip(answers, expected, strict=True)]
    slip = help_with(pack, answers, verdicts).slip
    assert (slip and slip.name) == name
