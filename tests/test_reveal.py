"""Does `reveal` wait for a prediction, judge it fairly, and never raise?"""

import subprocess
import sys

import numpy as np
import pytest
import torch

from course.reveal import reveal


class Hostile:
    """Raises whatever is done with it."""

    def __getattribute__(self, name):
        raise RuntimeError("no")

    def __str__(self):
        raise RuntimeError("no")


@pytest.mark.parametrize(
    "prediction",
    [
        None,
        ...,
        "",
        "  ",
        [],
        [[19, None], [37, 43]],
        [[19, 25], [37, ...]],
        (..., ...),
        {"counting": [[19, 25], [None, 43]], "symmetric": [[18, 26], [26, 34]]},
        np.array([1, None], dtype=object),
    ],
    ids=repr,
)
def test_an_empty_prediction_is_refused_without_a_word_about_the_answer(prediction):
    shown = reveal(prediction, 4711)
    assert shown.agrees is None
    assert "Predict first" in shown.message
    assert "4711" not in shown.html() + repr(shown) + str(vars(shown))


@pytest.mark.parametrize(
    "case, prediction, answer, agrees, message",
    [
        ("equal numbers", 43, 43.0, True, "They agree."),
        ("a tensor of one number", 43, torch.tensor(43), True, "They agree."),
        ("rounded as shown", 0.33, 1 / 3, True, "They agree."),
        ("not rounded as shown", 0.32, 1 / 3, False, "They differ. Can you see why?"),
        ("float32 of a large number", 16_777_217, torch.tensor(16_777_217.0), True, "They agree."),
        ("nested list and tensor", [[1, 2]], torch.tensor([[1.0, 2.0]]), True, "They agree."),
        ("tensor with a gradient", [2], torch.ones(1, requires_grad=True) * 2, True, "They agree."),
        ("NumPy and list", np.array([1, 2]), [1, 2], True, "They agree."),
        ("infinities", float("inf"), float("inf"), True, "They agree."),
        ("not a number", float("nan"), 1.0, False, "They differ. Can you see why?"),
        (
            "one of four",
            [[19, 25], [37, 40]],
            [[19, 25], [37, 43]],
            False,
            "1 of 4 numbers differs. Can you see why?",
        ),
        ("sign", [[1, -1]], [[-1, 1]], False, "2 of 2 numbers differ. Can you see why?"),
        (
            "shape",
            [[1, 2]],
            [1, 2],
            False,
            "The shapes differ: you predicted shape (1, 2), it is shape (2,).",
        ),
        (
            "number for a table",
            3,
            [[3]],
            False,
            "The shapes differ: you predicted a single number, it is shape (1, 1).",
        ),
        ("torch.Size", (8, 7), torch.Size([8, 7]), True, "They agree."),
        ("words", " Vertical", "vertical", True, "They agree."),
        ("wrong word", "horizontal", "vertical", False, "They differ. Can you see why?"),
        ("truth", True, True, True, "They agree."),
        ("untruth", False, True, False, "They differ. Can you see why?"),
        ("a word for a number", "four", 4, False, "They differ. Can you see why?"),
        ("a function for a number", len, 4, False, "They differ. Can you see why?"),
        ("ragged lists", [[1], [2, 3]], [[1, 2]], False, "They differ. Can you see why?"),
        ("dict", {"a": [1], "b": 2}, {"b": torch.tensor(2), "a": torch.ones(1)}, True, "They agree."),
        ("dict with a wrong entry", {"a": [1], "b": 2}, {"a": [1], "b": 3}, False, "Look again at: b."),
        ("dict without an entry", {"a": [1]}, {"a": [1], "b": 3}, False, "Look again at: b."),
        ("dict for a number", {"a": 1}, 1, False, "They differ. Can you see why?"),
        ("large", torch.zeros(50, 50), torch.zeros(50, 50), True, "They agree."),
        ("empty", torch.zeros(1, 0), torch.zeros(1, 0), True, "They agree."),
    ],
)
def test_verdict(case, prediction, answer, agrees, message):
    shown = reveal(prediction, answer)
    assert (shown.agrees, shown.message) == (agrees, message), case
    assert shown.html().count("<table") == (2 * len(answer) if isinstance(answer, dict) else 2), case


def test_is_the_answer_missing_as_long_as_a_student_has_not_written_it():
    shown = reveal(43, None)
    assert shown.agrees is None
    assert "There is no answer yet" in shown.message


def test_do_both_outputs_show_both_sides_and_mark_only_what_differs():
    shown = reveal([[1.5, -2]], torch.tensor([[1.5, 0.25]]))
    bundle = shown._repr_mimebundle_()
    assert bundle == {"text/html": shown.html(), "text/plain": repr(shown)}
    assert repr(shown).splitlines()[:2] == ["you predicted: 1.5 −2", "it is: 1.5 0.25"]
    assert shown.html().count("dashed") == 2  # one cell on each side


@pytest.mark.parametrize(
    "thing, shown",
    [
        (True, "True"),
        ("left", "left"),
        (torch.Size([8, 7]), "(8, 7)"),
        ([8, 7], "8 7"),
        (-0.004, "0"),
        (2.50, "2.5"),
        (torch.tensor([[1, 2], [3, 4]]), "1 2; 3 4"),
        (torch.zeros(2, 3, 4), "shape (2, 3, 4)"),
        (torch.zeros(20, 20), "shape (20, 20)"),
    ],
    ids=repr,
)
def test_each_kind_of_answer_is_shown_in_its_own_way(thing, shown):
    assert repr(reveal(thing, thing)).splitlines()[1] == f"it is: {shown}"


def test_digits_say_how_fine_the_comparison_is():
    assert reveal(0.333, 1 / 3, digits=3).agrees
    assert not reveal(0.333, 1 / 3, digits=4).agrees


def test_a_prediction_cannot_break_out_of_the_page():
    assert "<script" not in reveal("<script>alert(1)</script>", "no").html()


def test_an_object_that_raises_does_not_end_the_run():
    shown = reveal(Hostile(), 1)
    assert shown.agrees is None
    assert "cannot be compared" in shown.message
    assert repr(shown) and shown.html()


def test_is_torch_left_alone_by_importing_reveal():
    code = "import sys; from course import reveal; reveal([[1]], [[2]]); print('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "False\n"
