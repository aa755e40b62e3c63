"""Task `channel_exposing_case`: an image and a kernel that show a lost channel."""

import numpy as np

from grader.tasks.exposing import advise_exposing, judge_exposing
from grader.tasks.model import Facet, Task
from grader.tasks.windows import correlate_channels


def summed(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    """The right version: the maps of all channels, added up."""
    return correlate_channels(X, K).sum(0)


def last_channel_only(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    """In [38] of the seed: `Y` starts anew for each channel, and is added to the sum once, behind the loop."""
    return correlate_channels(X, K)[-1]


def averaged(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    return correlate_channels(X, K).mean(0)


def stacked(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    return correlate_channels(X, K)


def first_kernel_for_all(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    return correlate_channels(X, K[:1].repeat(len(K), 0)).sum(0)


def summed_before(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    return correlate_channels(X.sum(0, keepdims=True), K.sum(0, keepdims=True))[0]


REASONS = (  # each makes at least one of the bugs give the right result
    (
        "one_channel",
        lambda X, K: len(X) == 1,
        "With a single channel there is nothing to add up, to average or to lose. Take two or more.",
    ),
    (
        "only_the_last_channel_counts",
        lambda X, K: not correlate_channels(X, K)[:-1].sum(0).any(),
        "The channels before the last add nothing to the sum (their pixels or their kernels are 0, or they cancel), so "
        "losing them cannot show.",
    ),
    (
        "sum_is_zero",
        lambda X, K: not summed(X, K).any(),
        "The channels cancel each other, so the sum is 0 everywhere, and so is the mean.",
    ),
    (
        "kernels_alike",
        lambda X, K: bool((K[:1] == K).all()),
        "All kernels are alike, so using the first one for every channel cannot show.",
    ),
    (
        "channels_do_not_mix",
        lambda X, K: bool(np.allclose(summed(X, K), summed_before(X, K))),
        "Added up before they meet the added-up kernels, these channels give the same: the cross terms are 0.",
    ),
)


TASK = Task(
    "channel_exposing_case",
    "test",
    2,
    "5.2",
    facets=(
        Facet("planted", 0.5, "`corr2d_multi_in_lost` and the right sum give different results for your X and K"),
        Facet("siblings", 0.5, "your X and K also tell four other common bugs from the right version"),
    ),
    judge=judge_exposing(
        right=summed,
        planted=last_channel_only,
        siblings=(averaged, stacked, first_kernel_for_all, summed_before),
        axes=3,
        same="`corr2d_multi_in_lost` gives the right result for this X and K: what do the earlier channels add?",
    ),
    advise=advise_exposing(summed, REASONS, axes=3),
    form={"X": 3, "K": 3},
)
