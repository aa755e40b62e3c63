"""How alike the answers to one task are, every pair of them: shared fragments, each by how rare it is in the class.

What many have written says nothing of two of them.  A fragment that only two share counts 1, one that a tenth of a
class of 1,000 shares 0.4, one that everybody has, or that the lesson itself shows, 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

# fragments of an answer's own below which it is too short to say anything
ENOUGH = 12
# as many students more, none of whom wrote any of it: in a class of three everything would be common
UNSEEN = 10
# half-way between what one in 200 pairs of independent answers reaches and the least alike copies, in the first half of
# the answers that `python -m tests.similarity` measures it on
THRESHOLD = 0.5


@dataclass
class Bags:
    """The fragments of many answers as numbers: `members[i]` are those of answer i; `weights` has one for each."""

    members: list[np.ndarray]
    weights: np.ndarray
    holders: list[np.ndarray]  # by fragment: which answers have it


def rarity(count: np.ndarray, answers: int) -> np.ndarray:
    """Return the weight of fragments that `count` of so many answers have, between 0 and 1.

    >>> rarity(np.array([2, 100, 1000]), 1000).round(2).tolist()
    [1.0, 0.37, 0.0]
    """
    everybody = answers + UNSEEN
    return np.clip(np.log(everybody / np.maximum(count, 2)) / np.log(everybody / 2), 0, 1)


def bags(answers: list[set[int]], forced: set[int]) -> Bags:
    """Number the fragments of a class's answers, without those that are forced."""
    place: dict[int, int] = {}
    members: list[np.ndarray] = []
    for answer in answers:
        numbers = [place.setdefault(fragment, len(place)) for fragment in answer - forced]
        members.append(np.array(sorted(numbers), dtype=np.int32))
    count = np.bincount(np.concatenate(members), minlength=len(place)) if members and place else np.zeros(0, int)
    order = np.argsort(np.concatenate(members), kind="stable") if members and place else np.zeros(0, int)
    whose = np.repeat(np.arange(len(members), dtype=np.int32), [len(numbers) for numbers in members])[order]
    return Bags(members, rarity(count, len(answers)), np.split(whose, np.cumsum(count)[:-1]) if place else [])


def alike(found: Bags, least: float = THRESHOLD) -> Iterator[tuple[int, int, float]]:
    """Yield (i, j, score) with i < j for every pair of answers whose score is at least `least`.

    The score is the weight that two answers share, by the mean number of their fragments: 1 for two that nobody else's
    is like.  One row at a time, so memory does not grow with the number of pairs.
    """
    sizes = np.array([len(numbers) for numbers in found.members])
    for i, numbers in enumerate(found.members):
        if len(numbers) < ENOUGH:
            continue
        others = [found.holders[number] for number in numbers]
        shared = np.bincount(
            np.concatenate(others),
            weights=np.repeat(found.weights[numbers], [len(who) for who in others]),
            minlength=len(sizes),
        )
        scores = shared / ((sizes + sizes[i]) / 2)
        for j in np.flatnonzero((scores >= least) & (sizes >= ENOUGH)):
            if j > i:
                yield i, int(j), float(scores[j])
