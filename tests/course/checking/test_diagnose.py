"""Is a mistake named by what came back, also where a student's own check is another than that of its known version?"""

import pytest

from course.checking.diagnose import explain

REFUSED = {"raised": {"type": "ValueError", "bases": ["ValueError"], "text": "", "line": "", "refused": True}}


def tensor(shape, *numbers):
    return {"result": {"tensor": {"dtype": "float32", "shape": shape, "data": list(numbers)}}}


TASK = {
    "cases": [{"facet": "values", "name": "", "atol": 1e-4, "observe": ["result"]} for _ in range(2)],
    "expected": [tensor([2], 1.0, 2.0), tensor([1], 3.0)],
    "misconceptions": [{"name": "turned", "hint": "", "answers": [tensor([2], 2.0, 1.0), REFUSED]}],
}
ROWS = {
    "it refuses what does not fit by it": (REFUSED, ["turned"]),
    "it returns an empty tensor there": (tensor([0]), ["turned"]),
    "it returns numbers there, which it cannot": (tensor([1], 5.0), []),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_mistake_is_named(row):
    second, names = ROWS[row]
    assert [found["name"] for found in explain([tensor([2], 2.0, 1.0), second], TASK, [0, 1])] == names
