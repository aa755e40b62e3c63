"""Do the judges of assignment 2 accept every right kernel, say what a wrong one does, and see through no answer?"""

import math

import numpy as np
import pytest
from scipy.signal import correlate2d

from course.checking.measure import describe
from grader.authoring.build import build_task
from grader.tasks import COURSE
from grader.tasks.edge_detection.edge_table import EDGE_TABLE
from grader.tasks.matrices_and_beyond.derivative_kernel import derivative_kernel
from grader.tasks.windows import correlate
from grader.verdict.entry import same_value
from grader.verdict.referee import grade_task

TASKS = COURSE.assignment("2-edge-detection").tasks
JUDGE = {name: task.judge for name, task in TASKS.items() if task.judge}
FIVE_POINTS = [[0, 1, 0], [1, -4, 1], [0, 1, 0]]
NINE_POINTS = [[1 / 6, 4 / 6, 1 / 6], [4 / 6, -20 / 6, 4 / 6], [1 / 6, 4 / 6, 1 / 6]]


@pytest.mark.parametrize(
    "task, kernel, failed, reason",
    [
        ("vertical_edge", [[1, -1]], (), ""),
        ("vertical_edge", [1, -1], (), ""),
        ("vertical_edge", [[[[1, -1]]]], (), ""),
        ("vertical_edge", [[-1, 1]], ("magnitude",), "the sign is turned round"),
        ("vertical_edge", [[2, -2]], ("magnitude",), "the response has another size"),
        ("vertical_edge", [[1, 1]], "all", "it responds to flat areas: its numbers must add up to 0"),
        ("vertical_edge", [[1], [-1]], "all", "its shape is (2, 1), but (1, 2) was asked for"),
        ("vertical_edge", [[0, 0]], "all", "all its numbers are 0"),
        ("vertical_edge", [[math.nan, -1]], "all", "it holds NaN or infinity"),
        ("vertical_edge", "[1, -1]", "all", "it is not a tensor of numbers"),
        ("sobel_x", [[1, 2, 1], [0, 0, 0], [-1, -2, -1]], "all", "it does not respond to vertical edges"),
        ("sobel_y", [[1, 2, 1], [0, 0, 0], [-1, -2, -1]], (), ""),
        ("sobel_x", [[0, 1, 2], [-1, 0, 1], [-2, -1, 0]], "all", "it also responds to horizontal edges"),
        (
            "sobel_x",
            np.array([[1, 0, -1]] * 3) * 4 / 3,
            ("weights",),
            "its rows and columns do not have the weights asked for",
        ),
        ("antidiagonal_edge", [[0, 1], [-1, 0]], (), ""),
        ("antidiagonal_edge", [[0, -1], [1, 0]], (), ""),
        ("second_derivative", [[1, -2, 1]], (), ""),
        ("second_derivative", [[1, 0, -1]], "all", "it responds to ramps, as a first derivative does"),
        ("second_derivative", [[2, -4, 2]], ("curvature",), "the response to a square is not 2"),
        ("laplacian", FIVE_POINTS, (), ""),
        ("laplacian", NINE_POINTS, (), ""),
        (
            "laplacian",
            [[0, 0, 0], [1, -2, 1], [0, 0, 0]],
            ("curvature", "isotropy"),
            "the response to a square is not 2",
        ),
    ],
)
def test_a_kernel_is_judged_by_what_it_does(task, kernel, failed, reason):
    verdicts = JUDGE[task](describe(kernel))
    facets = [facet.name for facet in TASKS[task].facets]
    lost = tuple(name for name in facets if not verdicts[name].passed)
    assert lost == (tuple(facets) if failed == "all" else failed)
    assert next((verdicts[name].reason for name in lost), "") == reason


@pytest.mark.parametrize(
    "numbers, score",
    [
        (EDGE_TABLE, 2),
        (dict.fromkeys(EDGE_TABLE, 0), 0),
        (dict.fromkeys(EDGE_TABLE, 0.0), 0),
        (dict.fromkeys(EDGE_TABLE, 1), 0),
        (dict.fromkeys(EDGE_TABLE, -1), 0),
        (dict.fromkeys(EDGE_TABLE), 0),
        (dict.fromkeys(EDGE_TABLE, 0) | {"K on A": 1}, 1),  # three zeros of an answer that tells edges apart
        (dict.fromkeys(EDGE_TABLE) | {"K on A": 1}, 0.25),
        (EDGE_TABLE | {"K on A": "1"}, 1.75),
        ([0] * 8, 0),
    ],
)
def test_one_number_for_all_edges_is_no_answer(numbers, score):
    entry = build_task(TASKS["edge_table"], "0a", public=False)
    assert grade_task("edge_table", {"value": describe(numbers)}, {}, entry).score == score


def test_correlate_matches_scipy():
    rng = np.random.default_rng(1)
    image, kernel = rng.normal(size=(6, 7)), rng.normal(size=(2, 3))
    np.testing.assert_allclose(correlate(image, kernel), correlate2d(image, kernel, mode="valid"), atol=1e-12)


@pytest.mark.parametrize("degree", range(1, 7))
def test_the_derivative_kernel_matches_numpy_diff(degree):
    powers = np.arange(9.0) ** degree
    kernel = derivative_kernel(degree).numpy()[0]
    np.testing.assert_allclose(np.correlate(powers, kernel), np.diff(powers, degree))
    np.testing.assert_allclose(np.correlate(powers, kernel), math.factorial(degree))


@pytest.mark.parametrize("given, same", [([[1, -1]], True), ([1, -1], True), ([[[1, -1]]], True), ([[1], [-1]], False)])
def test_a_row_is_not_a_column(given, same):
    assert same_value(describe(given), [[1, -1]], atol=0).passed is same
