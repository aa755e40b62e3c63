"""Is a wrong value explained by a mistake only if that gives what is wrong, and leaves right what is right?"""

import pytest

from course.checking.measure import describe
from grader.verdict.entry import same_value
from grader.verdict.value_mistakes import describe_value, explain_value, other_keys

ANSWER = {"a": [1, 2, 3, 4], "b": [5, 6, 7, 8], "c": [9, 9]}


def entry(**mistakes):
    return {
        "facets": [{"name": name} for name in ANSWER],
        "answer": ANSWER,
        "atol": 1e-6,
        "misconceptions": [{"name": name, "hint": name, "made": made} for name, made in mistakes.items()],
    }


def said(hidden, given):
    value = describe(given)
    entries = {name: dict(value["dict"]).get(name) for name in ANSWER}
    wrong = [name for name in ANSWER if not same_value(entries[name], ANSWER[name], 1e-6).passed]
    found = explain_value(hidden, entries, wrong) or describe_value(hidden, entries, wrong)
    return [slip.name for slip in found]


TWO = {"doubled_a": {"a": [2, 4, 6, 8]}, "doubled_b": {"b": [10, 12, 14, 16]}}
ALL = {"all": {"a": [0, 0, 0, 0], "b": [0, 0, 0, 0], "c": [0, 0]}}
ROWS = {
    "right": (TWO, {}, []),
    "a known mistake": (TWO, {"a": [2, 4, 6, 8]}, ["doubled_a"]),
    "two of them, each its entry": (TWO, {"a": [2, 4, 6, 8], "b": [10, 12, 14, 16]}, ["doubled_a", "doubled_b"]),
    "a right entry speaks against it": (ALL, {"a": [0, 0, 0, 0], "b": [0, 0, 0, 0]}, []),
    "one number": ({}, {"a": [1, 2, 3, 5]}, ["all_but_one"]),
    "one number in each of two": ({}, {"a": [1, 2, 3, 5], "b": [0, 6, 7, 8]}, ["all_but_one"]),
    "another shape": ({}, {"a": [[1, 0], [3, 5]]}, ["other_shape"]),
    "in two rows": ({}, {"a": [[1, 2], [3, 4]]}, ["another_shape"]),
    "one more everywhere": ({}, {"a": [2, 3, 4, 5]}, ["off_by_a_constant"]),
    "the first of two": ({}, {"c": [3, 9]}, ["one_of_two_numbers"]),
    "nothing to say": ({}, {"a": [7, 0, -3, 1]}, []),
}


@pytest.mark.parametrize("row", ROWS)
def test_what_is_said(row):
    mistakes, changed, names = ROWS[row]
    assert said(entry(**mistakes), ANSWER | changed) == names


def test_a_key_of_ones_own_is_pointed_out():
    given = {"A": ANSWER["a"], "b": ANSWER["b"], "c": ANSWER["c"]}
    value = describe(given)
    (slip,) = other_keys(entry(), value, ["a"])
    assert slip.hint == 'There is no entry "a", but there is "A": keys are fixed, letter by letter.'
