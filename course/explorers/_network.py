"""The network: four learned kernels, their maps on a picture that one draws, and the answer."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import traitlets

from course.drawing.numbers import spell

from ._arithmetic import correlate
from ._explorer import Explorer, bundle
from ._settings import Array, Whole
from ._still import figure, panel

SIZE = 12  # pixels, as in `course.bars`
DIRECTIONS = ["horizontal", "vertical", "falling", "rising"]
_STORED = Path(__file__).parent.parent / "bars.json"


def _bar(pixels: Iterable[tuple[int, int]]) -> list[list[float]]:
    image = np.zeros((SIZE, SIZE))
    image[tuple(np.array(list(pixels)).T)] = 1
    return image.tolist()


_BARS = {
    "horizontal": _bar((5, col) for col in range(2, 9)),
    "vertical": _bar((row, 4) for row in range(2, 9)),
    "falling": _bar((3 + i, 2 + i) for i in range(7)),
    "rising": _bar((9 - i, 2 + i) for i in range(7)),
}


class Network(Explorer):
    """Draw a bar, and watch four learned kernels look for it.

    Try this:

    1. Press "Vertical", then move the bar. What moves in the four maps, and what stays?
    2. Draw a bar with the mouse, or with the arrow keys and Space. How short may it be?
    3. Which of the kernels have you made by hand, in notebook 2?
    4. Draw two bars, or a cross. Find a picture that fools the network.

    Args:
        model: a network of `course.bars`; the stored one by default.
        train: train a new one first, about two seconds.
        image: the name of a direction, or 12 x 12 numbers, black 0 to white 1.

    `image` is also an attribute that follows the explorer; `maps` (4, 10, 10), `found` (4), `scores` (4) and
    `answer` are what the network makes of it:

    >>> Network(image="vertical").answer
    'vertical'
    """

    _esm = bundle("network.js")
    image = Array([[0.0] * SIZE] * SIZE, (SIZE, SIZE), (SIZE, SIZE), named=_BARS)
    weight = Array([[[0.0] * 3] * 3] * 4, (4, 3, 3), (4, 3, 3), axes=3)
    bias = Array([0.0] * 4, (4,), (4,), axes=1)
    vote = Array([[0.0] * 4] * 4, (4, 4), (4, 4))  # of each direction (row) for each kernel
    vote_bias = Array([0.0] * 4, (4,), (4,), axes=1)
    trainings = Whole(0, 0, 999)  # how often the reader has asked for a training
    trained = Whole(0, 0, 999)  # how many of these are done
    _bars = traitlets.Dict(_BARS).tag(sync=True)

    def __init__(self, model: Any = None, *, train: bool = False, image: str = "vertical"):
        super().__init__(image=image)
        if train:
            self._train(seed=9)
        elif model is None:
            self._take(json.loads(_STORED.read_text(encoding="utf-8")))
        else:
            self._take(model.state_dict())
        self.observe(self._train_again, "trainings")

    def _take(self, state: dict[str, Any]) -> None:
        """Take over the 60 numbers of a network."""
        with self.hold_sync():
            self.weight = [np.asarray(kernel)[0] for kernel in state["conv.weight"]]
            self.bias, self.vote, self.vote_bias = state["conv.bias"], state["linear.weight"], state["linear.bias"]

    def _train(self, seed: int) -> None:
        from course import bars  # torch, which is not needed to look at a stored network

        self._take(bars.network(train=True, seed=seed).state_dict())

    def _train_again(self, change: dict[str, Any]) -> None:
        """Train from another start, because the reader has pressed the button."""
        self._train(seed=change["new"] % 10)
        self.trained = change["new"]

    @property
    def maps(self) -> list[list[list[float]]]:
        """(4, 10, 10): what each kernel answers everywhere, its bias added, and nothing below 0 (ReLU)."""
        image = np.asarray(self.image)
        pairs = zip(self.weight, self.bias, strict=True)
        return [np.maximum(correlate(image, kernel) + bias, 0).tolist() for kernel, bias in pairs]

    @property
    def found(self) -> list[float]:
        """The largest number of each map."""
        return [float(np.max(one)) for one in self.maps]

    @property
    def scores(self) -> list[float]:
        """One number for each direction; the largest is the answer."""
        return (np.asarray(self.vote) @ self.found + self.vote_bias).tolist()

    @property
    def answer(self) -> str:
        """The direction with the largest score."""
        return DIRECTIONS[int(np.argmax(self.scores))]

    def still(self) -> str:
        peak = max(1.0, *self.found)
        panels = [panel("picture", self.image, signed=False, size=14)]
        for number, (kernel, one) in enumerate(zip(self.weight, self.maps, strict=True)):
            panels += [panel(f"kernel {number}", np.round(kernel, 1), size=30)]
            panels += [panel(f"its map, at most {spell(self.found[number])}", one, size=9, peak=peak)]
        votes = ", ".join(f"{name} {spell(score)}" for name, score in zip(DIRECTIONS, self.scores, strict=True))
        sentence = f"Network: four learned kernels, their maps on a picture of a bar, and the vote: {votes}"
        return figure(panels, f"{sentence}. It answers: {self.answer}.")
