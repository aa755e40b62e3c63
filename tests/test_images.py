"""Are the sample images what their docstrings say?"""

import doctest

import pytest
import torch

from course import figures, images


@pytest.mark.parametrize("module", [images, figures])
def test_worked_examples(module):
    failed, tried = doctest.testmod(module)
    assert tried >= 5
    assert failed == 0


@pytest.mark.parametrize("name", images.__all__)
def test_every_image_is_a_fresh_2d_float32_tensor_from_0_to_1(name):
    make = getattr(images, name)
    first, second = make(), make()
    assert first.dtype == torch.float32 and first.dim() == 2
    assert first.min() >= 0 and first.max() <= 1 and first.max() > first.min()
    assert torch.equal(first, second)
    first += 1  # a student changes theirs in place
    assert torch.equal(make(), second)


def test_seed_stripes():
    """Oracle: the seed's own cells, In [8] and In [12]."""
    X = torch.ones((8, 8))
    X[:, 2:6] = 0
    assert torch.equal(images.stripes(), X)
    X = torch.ones((8, 8))
    X[:, 2:3] = 0
    X[:, 4:6] = 0
    assert torch.equal(images.stripes(dark=[(2, 3), (4, 6)]), X)
    assert images.stripes(6, 8).shape == (6, 8)


def test_differences_of_ramp_and_parabola():
    """A ramp has no second difference, a parabola a constant one."""
    second = torch.tensor([[[[1.0, -2.0, 1.0]]]])
    bend = [torch.nn.functional.conv2d(make(3, 9)[None, None], second) for make in (images.ramp, images.parabola)]
    assert torch.allclose(bend[0], torch.zeros(1), atol=1e-6)
    assert torch.allclose(bend[1], torch.tensor(2 / 64), atol=1e-6)


def test_diagonals():
    assert torch.equal(images.diagonal(8), torch.eye(8))
    assert torch.equal(images.diagonal_step(8), torch.triu(torch.ones(8, 8)))


def test_the_disk_looks_the_same_from_every_side():
    X = images.disk(17)
    assert torch.equal(X, X.T) and torch.equal(X, X.flip(0)) and torch.equal(X, X.flip(1))


def test_no_flip_or_turn_leaves_the_letter_as_it_is():
    X = images.letter()
    moved = [X.T, X.flip(0), X.flip(1), X.flip(0, 1), X.T.flip(0), X.T.flip(1), X.T.flip(0, 1)]
    assert not any(torch.equal(X, other) for other in moved)


def test_checkerboard_squares():
    X = images.checkerboard(6, 8, square=2)
    assert X.shape == (6, 8) and X.mean() == 0.5
    assert X[:2, :2].min() == 1 and X[:2, 2:4].max() == 0
