"""Task `channel_exposing_case`: an image and a kernel that show a lost channel."""

from grader.tasks.channels.corr2d_multi_in import (
    FIRST_KERNEL,
    LAST_CHANNEL,
    MEAN,
    STACKED,
    SUMMED_FIRST,
    corr2d_multi_in,
)
from grader.tasks.exposing import judge_exposing_channels
from grader.tasks.model import Facet, Task

TASK = Task(
    "channel_exposing_case",
    "test",
    2,
    "5.2",
    facets=(
        Facet("planted", 0.5, "the version of In [38] and the right one give different results for your X and K"),
        Facet("siblings", 0.5, "your X and K also tell four other common bugs from the right version"),
    ),
    judge=judge_exposing_channels(
        right=corr2d_multi_in,
        planted=LAST_CHANNEL,
        siblings=(MEAN, STACKED, FIRST_KERNEL, SUMMED_FIRST),
    ),
    form={"X": 3, "K": 3},
)
