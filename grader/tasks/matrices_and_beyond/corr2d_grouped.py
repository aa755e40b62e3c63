"""Task `corr2d_grouped`: channels in groups that do not see each other."""

from collections.abc import Callable, Iterable

import numpy as np
import torch

from grader.tasks.case_names import case_name
from grader.tasks.cross_correlation.corr2d import corr2d
from grader.tasks.draws import signed
from grader.tasks.images import COUNTING
from grader.tasks.model import Case, Facet, Misconception, Task


def corr2d_grouped(X: torch.Tensor, K: torch.Tensor, groups: int = 1) -> torch.Tensor:
    """Output o belongs to group o // (c_out / groups) and reads that group's block of channels."""
    require_groups(X, K, groups)
    size, outputs = X.shape[0] // groups, K.shape[0] // groups
    maps = []
    for o in range(K.shape[0]):
        first = o // outputs * size
        maps.append(sum(corr2d(X[first + c], K[o, c]) for c in range(size)))
    return torch.stack(maps)  # type: ignore[arg-type]  # `sum` starts at 0, and there is a channel


def require_groups(X: torch.Tensor, K: torch.Tensor, groups: int) -> None:
    """Raise a ValueError unless channels in and out can be divided and K has c_in / groups channels."""
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] * groups != X.shape[0]:
        raise ValueError(f"X {tuple(X.shape)} and K {tuple(K.shape)} do not fit in {groups} groups")


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        X = torch.stack([COUNTING, COUNTING.T - 4, COUNTING.flip(0), COUNTING.flip(1) - 2])
        K = torch.arange(-8.0, 16).reshape(6, 2, 1, 2) / 2
        cases = [("one_group", X[:2], K[:3], 1), ("groups", X, K[:4], 2), ("depthwise", X, K[:4, :1], 4)]
        shapes = [((4, 3, 3), (6, 4, 1, 2), 2), ((3, 3, 3), (4, 1, 1, 2), 2), ((4, 3, 3), (6, 2, 1, 2), 2)]
    else:
        sizes = [
            ("one_group", (3, 4, 6), (2, 3, 2, 3), 1),
            ("groups", (4, 5, 7), (6, 2, 3, 2), 2),
            ("groups", (6, 6, 4), (3, 2, 2, 1), 3),
            ("groups", (9, 4, 5), (6, 3, 1, 2), 3),
            ("depthwise", (3, 5, 6), (3, 1, 2, 3), 3),
            ("depthwise", (3, 6, 4), (6, 1, 3, 2), 3),
            ("depthwise", (4, 3, 5), (12, 1, 2, 2), 4),
        ]
        cases = [(facet, signed(rng, *image), signed(rng, *kernel), groups) for facet, image, kernel, groups in sizes]
        shapes = [
            ((4, 5, 5), (6, 4, 2, 2), 2),
            ((4, 5, 5), (5, 2, 2, 2), 2),
            ((5, 5, 5), (4, 2, 2, 2), 2),
            ((6, 5, 5), (6, 2, 2, 2), 3),
            ((6, 5, 5), (3, 6, 2, 2), 1),
            ((6, 5, 5), (3, 3, 2, 2), 1),
            ((4, 5, 5), (8, 1, 2, 2), 4),
        ]
    made = [
        Case(facet, _name(X, K, groups), (X, K), {"groups": groups} if groups > 1 else {})
        for facet, X, K, groups in cases
    ]
    for image, kernel, groups in shapes:
        X, K = torch.ones(image), torch.ones(kernel)
        made.append(Case("unfitting", _name(X, K, groups), (X, K), {"groups": groups}, observe=()))
    return made


def _name(X: torch.Tensor, K: torch.Tensor, groups: int) -> str:
    return f"{case_name(X, K)}, {groups} group{'s' if groups > 1 else ''}"


def _grouped(
    channels: Callable[..., Iterable[int]],
    *,
    kernel: Callable[[torch.Tensor], torch.Tensor] = lambda k: k,
    finish: Callable[[torch.Tensor, int], torch.Tensor] = lambda Y, groups: Y,
) -> Callable[..., torch.Tensor]:
    """Return a grouped correlation in which output o reads the input channels `channels(o, c_in, c_out, groups)`."""

    def wrong(X: torch.Tensor, K: torch.Tensor, groups: int = 1) -> torch.Tensor:
        require_groups(X, K, groups)
        maps = []
        for o, kernels in enumerate(K):
            inputs = channels(o, X.shape[0], K.shape[0], groups)
            maps.append(sum(corr2d(X[c], kernel(k)) for c, k in zip(inputs, kernels, strict=False)))
        return finish(torch.stack(maps), groups)  # type: ignore[arg-type]  # `sum` starts at 0, and there is a channel

    return wrong


def _block(o: int, c_in: int, c_out: int, groups: int) -> range:
    """The right channels: contiguous blocks, in the order of the outputs."""
    size = c_in // groups
    first = o // (c_out // groups) * size
    return range(first, first + size)


def _interleave_outputs(Y: torch.Tensor, groups: int) -> torch.Tensor:
    return Y.reshape(groups, -1, *Y.shape[1:]).transpose(0, 1).reshape(Y.shape)


def _grouped_unchecked(X: torch.Tensor, K: torch.Tensor, groups: int = 1) -> torch.Tensor:
    try:
        return corr2d_grouped(X, K, groups)
    except ValueError:
        return torch.zeros(0, 0, 0)


MISTAKES = (
    Misconception(
        "first_channels_only",
        _grouped(lambda o, c_in, c_out, groups: range(c_in // groups)),
        "Every output reads the first channels. Output o belongs to group `o // (c_out // groups)` and reads that group's channels.",
    ),
    Misconception(
        "first_kernels_only",
        lambda X, K, groups=1: corr2d_grouped(X, K[: len(K) // groups].repeat(groups, 1, 1, 1), groups),
        "Every group uses the kernels of the first one. K holds all of them, c_out / groups for each group, in order.",
    ),
    Misconception(
        "interleaved_inputs",
        _grouped(lambda o, c_in, c_out, groups: range(o // (c_out // groups), c_in, groups)),
        "The channels of a group are taken with gaps between them. Groups are contiguous blocks: the first c_in / groups "
        "channels, then the next.",
    ),
    Misconception(
        "group_of_output_by_remainder",
        _grouped(lambda o, c_in, c_out, groups: _block(o % groups * (c_out // groups), c_in, c_out, groups)),
        "Output o is given to group `o % groups`. Groups are contiguous for outputs too: `o // (c_out // groups)`.",
    ),
    Misconception(
        "interleaved_outputs",
        _grouped(_block, finish=_interleave_outputs),
        "The outputs are shuffled: those of the first group come first, then those of the second.",
    ),
    Misconception(
        "groups_reversed",
        _grouped(lambda o, c_in, c_out, groups: _block(c_out - 1 - o, c_in, c_out, groups)),
        "The groups are read in reverse order.",
    ),
    Misconception(
        "groups_added",
        _grouped(_block, finish=lambda Y, groups: Y.reshape(groups, -1, *Y.shape[1:]).sum(0)),
        "The outputs of the groups are added up. They stand one after the other.",
    ),
    Misconception(
        "groups_on_a_new_axis",
        _grouped(_block, finish=lambda Y, groups: Y.reshape(groups, -1, *Y.shape[1:])),
        "The groups have an axis of their own: use `torch.cat`, not `torch.stack`.",
    ),
    Misconception(
        "last_group_only",
        _grouped(_block, finish=lambda Y, groups: Y[-(Y.shape[0] // groups) :]),
        "Only the outputs of the last group come back.",
    ),
    Misconception(
        "last_channel_only",
        _grouped(lambda o, *sizes: [_block(o, *sizes)[-1]] * len(_block(o, *sizes))),
        "Within a group only the last channel is read.",
    ),
    Misconception(
        "one_channel_for_each_output",
        _grouped(lambda o, c_in, c_out, groups: [o % c_in]),
        "Output o reads the single channel o. Only a depthwise layer with as many outputs as inputs does that.",
    ),
    Misconception(
        "mean_over_channels",
        lambda X, K, groups=1: corr2d_grouped(X, K, groups) / K.shape[1],
        "The channels of a group are averaged. They are added up.",
    ),
    Misconception(
        "flipped_kernels",
        _grouped(_block, kernel=lambda k: k.flip(0, 1)),
        "The kernels are flipped on the way.",
        before=lambda X, K, groups=1: (X, K.flip(2, 3), groups),
    ),
    Misconception(
        "no_channel_check",
        _grouped_unchecked,
        "Channels that do not fit are not refused. Raise a ValueError when the channels cannot be divided or K has the wrong number.",
    ),
)


TASK = Task(
    "corr2d_grouped",
    "code",
    1,
    "6.5",
    facets=(
        Facet("one_group", 0.1, "one group, also when none is given", form=True),
        Facet("groups", 0.5, "several groups of several channels"),
        Facet("depthwise", 0.3, "one channel in each group, with one or more outputs"),
        Facet("unfitting", 0.1, "a ValueError if the channels do not fit, and only then", form=True),
    ),
    reference=corr2d_grouped,
    cases=cases,
    needs=("corr2d_matmul",),
    misconceptions=MISTAKES,
)
