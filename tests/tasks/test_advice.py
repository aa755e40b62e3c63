"""Does a task that advises say of a wrong value what makes it wrong, and nothing of one that it cannot explain?"""

import pytest
import torch

from course.checking.measure import describe
from grader.tasks import COURSE

X, K = torch.arange(30.0).reshape(5, 6) ** 2, torch.tensor([[1.0, -2.0, 0.5], [4.0, 3.0, -1.0]])
CHANNELS, KERNELS = torch.stack([X, X.flip(0)]), torch.stack([K, 2 * K + 1])
SETTINGS = {
    "same size": {"padding": (1, 2), "stride": (1, 1)},
    "half the size": {"padding": (1, 1), "stride": (2, 2)},
    "fewer columns": {"padding": (1, 0), "stride": (1, 4)},
    "larger": {"padding": (1, 3), "stride": (1, 1)},
}
COLUMNS_FIRST = {name: {key: pair[::-1] for key, pair in entry.items()} for name, entry in SETTINGS.items()}
COUNTS = {"color": [216, 8], "stride": [216, 8], "one_by_one": [6, 2], "dense": [486, 18]}
STRIPE = [[1, 1, 0, 0, 0, 1, 1, 1]] * 8

ROWS = {
    "a list in place of a tensor": ("exposing_case", (X.tolist(), K), "not_as_asked"),
    "no pair": ("exposing_case", X, "no_pair"),
    "the kernel first": ("exposing_case", (K, X), "pair_in_another_order"),
    "a kernel wider than the image": ("exposing_case", (X[:, :2], K), "kernel_too_large"),
    "a flat image": ("exposing_case", (torch.ones(5, 6), K), "flat_image"),
    "a kernel of one number": ("exposing_case", (X, K[:1, :1]), "one_number_kernel"),
    "a kernel that is its own transpose": (
        "exposing_case",
        (X, torch.tensor([[1.0, 2], [2, 5]])),
        "kernel_is_its_own_transpose",
    ),
    "a kernel that is its own flip": ("exposing_case", (X, torch.tensor([[1.0, 2, 1]])), "kernel_is_its_own_flip"),
    "an output as small as the kernel": ("exposing_case", (X[:3, :5], K), "output_no_larger_than_kernel"),
    "no response at all": ("exposing_case", (0 * X, K), "all_responses_zero"),
    "a last row that is 0": ("exposing_case", (torch.vstack([X, 0 * X[:2]]), K), "last_row_responds_with_zero"),
    "a good pair": ("exposing_case", (X, K), None),
    "one channel": ("channel_exposing_case", (CHANNELS[:1], KERNELS[:1]), "one_channel"),
    "a channel of zeros": (
        "channel_exposing_case",
        (CHANNELS * torch.tensor([0.0, 1])[:, None, None], KERNELS),
        "only_the_last_channel_counts",
    ),
    "channels that cancel": (
        "channel_exposing_case",
        (CHANNELS[:1].repeat(2, 1, 1), torch.stack([K, -K])),
        "sum_is_zero",
    ),
    "kernels alike": ("channel_exposing_case", (CHANNELS, KERNELS[:1].repeat(2, 1, 1)), "kernels_alike"),
    "a kernel too many": ("channel_exposing_case", (CHANNELS, torch.cat([KERNELS, KERNELS[:1]])), "channels_differ"),
    "columns before rows": ("settings_for_shapes", COLUMNS_FIRST, "columns_before_rows"),
    "no stride": (
        "settings_for_shapes",
        SETTINGS | {"larger": {"padding": (1, 3), "stride": (0, 0)}},
        "stride_below_one",
    ),
    "k // 2": (
        "settings_for_shapes",
        SETTINGS | {"half the size": {"padding": (2, 2), "stride": (2, 2)}},
        "another_shape_reached",
    ),
    "a stride that changes weights": ("parameter_counts", COUNTS | {"stride": [13, 8]}, "stride_changes_the_count"),
    "other counts": ("parameter_counts", COUNTS | {"dense": [1, 1]}, None),
    "a product forgotten": (
        "predicted_outputs",
        {"counting": [[7, 10], [16, 19]], "symmetric": [[18, 26], [26, 34]]},
        "product_missing",
    ),
    "one wide stripe": ("two_stripes", STRIPE, "another_response"),
    "at 19": ("smallest_width", 19, "not_the_first"),
    "at 20": ("smallest_width", 20, "both_agree"),
    "a gradient with fractions": ("kernel_gradient", [[0.3, 0.1], [0.2, -0.4]], "not_of_pixels_alone"),
    "a letter twice": ("loss_curves", {"ascent": "E", "bias kept": "e"}, "letter_given_twice"),
    "an edge kernel whose sum is not 0": ("sobel_x", [[1.0, 2, -1]] * 3, "flat_areas_respond"),
    "a first derivative": ("second_derivative", [[-2.0, 0, 2]], "ramps_respond"),
    "another shape": ("laplacian", [[1.0, 0]], "another_form"),
}


@pytest.mark.parametrize("row", ROWS)
def test_advice(row):
    task, value, name = ROWS[row]
    said = COURSE.assignment_of(task).task(task).advise(describe(value))
    assert (said and said[0]) == name
