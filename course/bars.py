"""The last scene: bars in four directions, and a network of 60 numbers that learns which kernels tell them apart."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn

__all__ = ["DIRECTIONS", "Network", "dense", "draw", "fit", "network", "share_right"]

SIZE = 12  # pixels, both ways
DIRECTIONS = ("horizontal", "vertical", "falling", "rising")
_STEPS = {"horizontal": (0, 1), "vertical": (1, 0), "falling": (1, 1), "rising": (-1, 1)}  # rows, columns per pixel
STORED = Path(__file__).with_name("bars.json")

Model = TypeVar("Model", bound=nn.Module)


def draw(count: int = 300, seed: int = 0, noise: float = 0.05) -> tuple[Tensor, Tensor]:
    """Return (images, answers): one bar in each image (count, 1, 12, 12), and the number of its direction (count,).

    A bar is one pixel wide and 5 to 8 long, lies anywhere, and is brighter than the ground by 0.5 to 1; the ground is
    anything from 0 to 0.5, and `noise` is added to every pixel.

    >>> images, answers = draw(2, seed=1)
    >>> images.shape, [DIRECTIONS[answer] for answer in answers]
    (torch.Size([2, 1, 12, 12]), ['vertical', 'rising'])
    """
    generator = torch.Generator().manual_seed(seed)

    def pick(low: int, high: int) -> int:
        return int(torch.randint(low, high + 1, (1,), generator=generator))

    answers = torch.randint(0, len(DIRECTIONS), (count,), generator=generator)
    images = torch.empty(count, 1, SIZE, SIZE)
    for image, answer in zip(images, answers, strict=True):
        ground, contrast = torch.rand(2, generator=generator).tolist()
        down, right = _STEPS[DIRECTIONS[answer]]
        length = pick(5, 8)
        tall, wide = (length if step else 1 for step in (down, right))
        top, left = pick(0, SIZE - tall), pick(0, SIZE - wide)
        along = torch.arange(length)
        rows = top + (along * down if down >= 0 else along.flip(0))
        image.fill_(ground / 2)
        image[0, rows, left + along * right] += 0.5 + contrast / 2
    return images + noise * torch.randn(images.shape, generator=generator), answers


class Network(nn.Module):
    """Four 3 x 3 kernels, the largest answer of each anywhere, and a vote: 36 + 4 + 16 + 4 = 60 numbers.

    >>> sum(parameter.numel() for parameter in Network().parameters())
    60
    """

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(1, 4, kernel_size=3)
        self.linear = nn.Linear(4, len(DIRECTIONS))
        nn.init.normal_(self.conv.weight, std=0.5)
        assert self.conv.bias is not None  # it was asked for
        nn.init.zeros_(self.conv.bias)

    def forward(self, images: Tensor) -> Tensor:
        """Return one score for each direction, (count, 4); the largest one is the answer."""
        return self._vote(self.conv(images))

    def votes(self, maps: Tensor | None) -> Tensor | None:
        """Return the scores (1, 4) for the maps (4, 10, 10) of one image, made elsewhere without biases; None for None.

        >>> net, (images, _) = network(), draw(1)
        >>> maps = nn.functional.conv2d(images, net.conv.weight)[0]
        >>> torch.allclose(net.votes(maps), net(images), atol=1e-5)
        True
        """
        if maps is None:
            return None
        assert self.conv.bias is not None
        return self._vote((maps + self.conv.bias.reshape(-1, 1, 1))[None])

    def _vote(self, maps: Tensor) -> Tensor:
        found = maps.relu().amax((2, 3))  # where in the image does not matter any more
        return self.linear(found)


def dense() -> nn.Module:
    """Return a layer with a weight for every pixel and direction, for comparison: 4 · 144 + 4 = 580 numbers."""
    return nn.Sequential(nn.Flatten(), nn.Linear(SIZE * SIZE, len(DIRECTIONS)))


def fit(model: Model, images: Tensor, answers: Tensor, seed: int = 0, steps: int = 2000) -> Model:
    """Train a model in place and return it; about two seconds on one core."""
    generator = torch.Generator().manual_seed(seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.05, weight_decay=0.1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.05, total_steps=steps)
    for _ in range(steps):
        batch = torch.randint(0, len(images), (64,), generator=generator)
        loss = nn.functional.cross_entropy(model(images[batch]), answers[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return model


def network(train: bool = False, seed: int = 9) -> Network:
    """Return a trained network: the stored one, or with `train=True` one that is trained now, on bars of its own.

    The stored one was trained with seed 9. `python -m benchmarks.finale` shows what other seeds give.

    >>> tuple(network().conv.weight.shape)
    (4, 1, 3, 3)
    """
    if train:
        model = fit(fresh(Network, seed), *draw(seed=seed), seed=seed)
    else:
        model = Network()
        stored = json.loads(STORED.read_text(encoding="utf-8"))
        model.load_state_dict({name: torch.tensor(value) for name, value in stored.items()})
    return model.requires_grad_(False)


def fresh(make: Callable[[], Model], seed: int) -> Model:
    """Return a new model whose start depends on the seed alone, and leave torch's random numbers as they were."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return make()


def share_right(model: nn.Module, images: Tensor, answers: Tensor) -> float:
    """Return which part of the images is answered rightly, 0 to 1."""
    with torch.no_grad():
        return (model(images).argmax(1) == answers).float().mean().item()
