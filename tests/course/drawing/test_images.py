"""Are the sample images what their docstrings say?"""

import contextlib
import doctest
from pathlib import Path

import matplotlib
import numpy as np
import pytest
import torch
from PIL import Image

from course import figures, images
from course.explorers._pictures import PHOTOS, photo
from course.images import CROP, GRAY


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


@contextlib.contextmanager
def default_type(dtype):
    """What whoever sets it types kernels of, from then on."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(dtype)
    try:
        yield
    finally:
        torch.set_default_dtype(before)


@pytest.mark.parametrize("name, options", [*((name, {}) for name in images.__all__), ("portrait", {"color": True})])
@pytest.mark.parametrize("dtype", [torch.float64, torch.float16, torch.bfloat16], ids=str)
@pytest.mark.parametrize("with_photograph", [True, False], ids=["photograph", "drawing"])
def test_images_go_with_kernels_of_another_default_type(name, options, dtype, with_photograph, monkeypatch):
    if not with_photograph:
        monkeypatch.setattr(images, "_photograph", lambda size: None)
    make = getattr(images, name)
    usual = make(**options)
    with default_type(dtype):
        other = make(**options)
    assert other.dtype == dtype and usual.dtype == torch.float32
    assert other.shape == usual.shape and other.min() >= 0 and other.max() <= 1
    if dtype == torch.float64:  # a circle in half precision has edges of its own
        assert torch.allclose(other.float(), usual, atol=1e-6)


@pytest.mark.parametrize("dtype", [torch.float64, torch.float16, torch.bfloat16], ids=str)
@pytest.mark.parametrize("name", PHOTOS)
def test_the_pictures_of_the_kernel_editor_are_there_whatever_the_default_type(name, dtype):
    with default_type(dtype):
        picture = photo(name)
    assert np.abs(picture - photo(name)).mean() < 0.02


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


def test_the_portrait_is_the_photograph_averaged():
    """Oracle: NumPy means of the blocks that become one pixel, without Pillow's own scaling."""
    place = Path(matplotlib.get_data_path(), "sample_data", "grace_hopper.jpg")
    whole = np.asarray(Image.open(place).convert("RGB").crop(CROP)) / 255
    size = whole.shape[0] // 8
    blocks = whole.reshape(size, 8, size, 8, 3).mean((1, 3))
    colors = np.moveaxis(blocks, -1, 0)
    assert np.allclose(images.portrait(size, color=True).numpy(), colors, atol=1 / 255)  # rounded twice
    assert np.allclose(images.portrait(size).numpy(), blocks @ GRAY, atol=1 / 255)


def test_is_a_drawn_picture_there_where_the_photograph_is_not(monkeypatch):
    photograph = images.portrait(color=True)
    monkeypatch.setattr(images, "PHOTO", Path("nobody", "ships", "this.jpg"))
    drawn = images.portrait(color=True)
    assert drawn.shape == photograph.shape and not torch.equal(drawn, photograph)
    assert images.portrait().shape == (96, 96)
    monkeypatch.setattr(images.importlib.util, "find_spec", lambda _: None)  # no matplotlib at all
    assert torch.equal(images.portrait(color=True), drawn)


def test_does_the_portrait_have_edges_and_colors_to_teach_with():
    X = images.portrait(color=True)
    assert (X.amax((1, 2)) > 0.9).all() and (X.amin((1, 2)) < 0.1).all()
    red, _, blue = X
    assert (red - blue).max() > 0.5 and (blue - red).max() > 0.3  # a red stripe of the flag, the sky
