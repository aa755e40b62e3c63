"""Do the judges of exposing inputs run the bugs they name, and see through inputs that expose nothing?"""

import numpy as np
import pytest
import torch

from course.checking.measure import describe
from grader.tasks import COURSE
from grader.tasks.channels import channel_exposing_case as channels
from grader.tasks.cross_correlation import exposing_case as plain
from grader.tasks.exposing import LARGEST, MOST_CHANNELS

ONES = np.ones((2, 2))


def _version(task, mistake):
    """The same bug as the pack of `task` knows it, in torch."""
    task = COURSE.assignment_of(task).tasks[task]
    return task.reference if mistake is None else next(m.made for m in task.misconceptions if m.name == mistake)


@pytest.mark.parametrize(
    "numpys, task, mistake",
    [
        (plain.correlate, "corr2d", None),
        (plain.reads_output, "corr2d", "reads_output"),
        (plain.transposed, "corr2d", "transposed_kernel"),
        (plain.flipped, "corr2d", "flipped_kernel"),
        (plain.last_row_missing, "corr2d", "last_row_missing"),
        (plain.loops_over_kernel, "corr2d", "loops_over_kernel_size"),
        (channels.summed, "corr2d_multi_in", None),
        (channels.last_channel_only, "corr2d_multi_in", "last_channel_only"),
        (channels.averaged, "corr2d_multi_in", "mean_over_channels"),
        (channels.stacked, "corr2d_multi_in", "stacked_not_summed"),
        (channels.first_kernel_for_all, "corr2d_multi_in", "first_kernel_for_all"),
        (channels.summed_before, "corr2d_multi_in", "summed_before_correlating"),
    ],
)
def test_a_version_does_what_the_mistake_of_the_same_name_does_in_torch(numpys, task, mistake):
    rng = np.random.default_rng(5)
    torchs = _version(task, mistake)
    in_front = () if task == "corr2d" else (3,)
    agreed = 0
    for image, kernel in [((4, 5), (2, 3)), ((5, 4), (3, 1)), ((3, 3), (2, 2)), ((2, 2), (1, 1)), ((6, 6), (1, 4))]:
        X, K = rng.normal(0.3, 1, (*in_front, *image)), rng.normal(0.3, 1, (*in_front, *kernel))
        try:
            expected = torchs(torch.from_numpy(X), torch.from_numpy(K))
        except (ValueError, IndexError, RuntimeError):
            with pytest.raises((ValueError, IndexError)):
                numpys(X, K)
        else:
            np.testing.assert_allclose(numpys(X, K), expected, atol=1e-5)
            agreed += 1
    assert agreed >= (1 if mistake == "reads_output" else 2)


@pytest.mark.parametrize(
    "case, module, X, K, planted, siblings",
    [
        ("an image of many numbers", plain, np.arange(20.0).reshape(4, 5) ** 2, [[1.0, 2], [3, 5]], "", ""),
        ("all zeros", plain, np.zeros((4, 4)), ONES, "the broken loop gives the right", "4 of 4 other bugs"),
        ("a kernel that looks the same turned round", plain, np.eye(5) + 1, ONES, "", "2 of 4 other bugs"),
        ("a kernel too large", plain, ONES, np.ones((3, 3)), "refuses this input: a kernel of 3x3", "of 3x3"),
        ("NaN", plain, ONES * np.nan, ONES, "X holds NaN or infinity", "NaN"),
        ("three axes", plain, np.ones((1, 3, 3)), ONES, "X is not a 2-D tensor", "2-D"),
        ("no tensor", plain, "X", ONES, "X is a text, and should be a tensor", "should be a tensor"),
        ("too many rows", plain, np.ones((LARGEST + 1, 2)), ONES, "between 1 and 64 rows", "rows"),
        ("overflow", plain, np.full((3, 3), 1e200), np.full((2, 2), 1e200), "overflow", "overflow"),
        ("channels that differ", channels, np.arange(24.0).reshape(2, 3, 4) ** 2, _K := [[[1.0, 2]], [[3, 5]]], "", ""),
        (
            "one channel",
            channels,
            np.arange(12.0).reshape(1, 3, 4),
            [[[1.0, 2]]],
            "`corr2d_multi_in_lost` gives the right",
            "3 of 4",
        ),
        ("channels that do not match", channels, np.ones((3, 3, 4)), _K, "X has 3 channels and K has 2", "3 channels"),
        ("two axes", channels, ONES, ONES, "X is not a 3-D tensor (channels, rows, columns)", "3-D"),
        ("too many channels", channels, np.ones((MOST_CHANNELS + 1, 2, 2)), _K, "at most 4 channels", "at most"),
    ],
)
def test_an_input_is_judged_by_what_it_tells_apart(case, module, X, K, planted, siblings):
    answer = describe((X, np.asarray(K)))
    verdicts = module.TASK.judge(answer)
    for facet, reason in (("planted", planted), ("siblings", siblings)):
        assert verdicts[facet].passed is (not reason), case
        assert reason in verdicts[facet].reason, case


def test_one_thing_instead_of_two_is_explained():
    assert plain.TASK.judge(describe(ONES))["planted"].reason == "return two tensors: `return X, K`"
