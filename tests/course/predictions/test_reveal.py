"""Does `reveal` wait for a prediction, judge it fairly, give away nothing before, and never raise?"""

import subprocess
import sys
from unittest import mock

import numpy as np
import pytest
import torch

from course import figures
from course.predictions import Answer
from course.reveal import reveal


def ask(prediction, value, **more):
    """Return what `reveal` shows for a question whose answer is `value`."""
    with mock.patch.object(sys.modules["course.reveal"], "find_answer", lambda _: Answer(value, **more)):
        return reveal("planted", prediction)


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
    shown = ask(prediction, 4711, because="it is 4711", figure=lambda: figures.image([[4711]], "4711"))
    assert shown.agrees is None
    assert (
        shown.message.startswith("Predict first") and shown.message.count(".") == 1 + shown.message.count("`...`") * 3
    )
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
    shown = ask(prediction, answer)
    assert (shown.agrees, shown.message) == (agrees, message), case
    assert shown.html().count("<table") == (2 * len(answer) if isinstance(answer, dict) else 2), case


def test_skip_shows_the_answer_and_compares_nothing():
    shown = ask("skip", {"rows": 8, "columns": [7, 6]}, because="because of the border")
    assert (shown.agrees, shown.message) == (None, "Skipped.")
    assert repr(shown).splitlines() == [
        "it is (rows): 8",
        "it is (columns): 7 6",
        "Skipped.",
        "because of the border",
    ]


@pytest.mark.parametrize(
    "case, prediction, value, words, message",
    [
        (
            "a word",
            "convolutoin",
            "convolution",
            ("correlation", "convolution"),
            "Predict one of correlation, convolution",
        ),
        ("a number", 1, "convolution", ("correlation", "convolution"), "Predict one of correlation, convolution"),
        ("truth", "perhaps", True, (), "Predict one of true, false"),
    ],
)
def test_a_guess_that_is_none_of_the_choices_gives_nothing_away(case, prediction, value, words, message):
    shown = ask(prediction, value, words=words, because="the reason")
    assert shown.message.startswith(message), case
    assert (shown.agrees, shown.because, shown.figure) == (None, "", None)


@pytest.mark.parametrize("name", ["nobody asked this", ..., None, 4, [1]], ids=repr)
def test_an_unknown_question_is_named_and_ends_nothing(name):
    shown = reveal(name, 4)
    assert shown.agrees is None
    assert "There is no question" in shown.message or "cannot be compared" in shown.message


def test_reason_and_picture_come_with_the_answer():
    shown = ask(1, 2, because="twice `1`", figure=lambda: figures.image([[1, 0]], "a bright pixel"))
    assert "twice <code>1</code>" in shown.html()
    assert 'alt="The image “a bright pixel”' in shown.html()
    assert repr(shown).splitlines()[-1].startswith("The image “a bright pixel”")


def test_a_picture_that_fails_does_not_end_the_run():
    shown = ask(1, 1, figure=lambda: 1 / 0)
    assert shown.agrees is None


def test_do_both_outputs_show_both_sides_and_mark_only_what_differs():
    shown = ask([[1.5, -2]], torch.tensor([[1.5, 0.25]]))
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
    assert repr(ask(thing, thing)).splitlines()[1] == f"it is: {shown}"


def test_digits_say_how_fine_the_comparison_is():
    assert ask(0.333, 1 / 3, digits=3).agrees
    assert not ask(0.333, 1 / 3, digits=4).agrees


def test_a_prediction_cannot_break_out_of_the_page():
    assert "<script" not in ask("<script>alert(1)</script>", "no").html()


def test_an_object_that_raises_does_not_end_the_run():
    shown = ask(Hostile(), 1)
    assert shown.agrees is None
    assert "cannot be compared" in shown.message
    assert repr(shown) and shown.html()


def test_is_torch_left_alone_by_importing_reveal():
    code = "import sys; from course import reveal; reveal('dense weights', 9); print('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "False\n"
