"""Does the network of the last scene tell bars apart with kernels like those made by hand, and train only if asked?"""

import subprocess
import sys

import pytest
import torch

from benchmarks.finale import ALIKE, likeness
from course import bars, explorers
from grader.places import ROOT


@pytest.fixture(scope="module")
def network():
    return bars.network()


def test_it_has_sixty_numbers_and_the_dense_layer_580(network):
    assert [sum(p.numel() for p in model.parameters()) for model in (network, bars.dense())] == [60, 580]


@pytest.mark.parametrize("seed", [20_001, 20_002, 20_003])
def test_the_stored_network_answers_bars_it_has_never_seen(network, seed):
    assert bars.share_right(network, *bars.draw(1000, seed=seed)) > 0.99


def test_the_stored_network_answers_every_clean_bar(network):
    """Every bar of 5 to 8 pixels, white on black, at every place: what one can draw in the explorer."""
    images, answers = [], []
    for answer, direction in enumerate(bars.DIRECTIONS):
        down, right = {"horizontal": (0, 1), "vertical": (1, 0), "falling": (1, 1), "rising": (-1, 1)}[direction]
        for length in (5, 6, 7, 8):
            for place in range(144):
                pixels = [(place // 12 + i * down, place % 12 + i * right) for i in range(length)]
                if all(0 <= row < 12 and 0 <= col < 12 for row, col in pixels):
                    image = torch.zeros(1, 12, 12)
                    image[0, [row for row, _ in pixels], [col for _, col in pixels]] = 1
                    images.append(image)
                    answers.append(answer)
    assert len(images) == 2 * 4 * 12 * 6.5 + 2 * (64 + 49 + 36 + 25)  # 12 lines of 8, 7, 6 and 5 places; diagonals
    assert bars.share_right(network, torch.stack(images), torch.tensor(answers)) == 1


def test_all_four_stored_kernels_are_second_differences_each_across_its_own_direction(network):
    cosines, names = zip(*(likeness(kernel[0]) for kernel in network.conv.weight), strict=True)
    assert min(cosines) > ALIKE and len(set(names)) == 4 and all(name.startswith("[1, −2, 1]") for name in names)


def test_likeness_knows_its_own_kernels_and_no_noise():
    assert likeness(torch.tensor([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]])) == (pytest.approx(1), "sobel_x")
    assert likeness(torch.tensor([[1.0, 0, 0], [0, 0, 0], [0, 0, 0]]))[0] < ALIKE


def test_a_bar_is_drawn_in_the_direction_it_is_said_to_have():
    images, answers = bars.draw(200, seed=3, noise=0)
    for image, answer in zip(images[:, 0], answers, strict=True):
        rows, cols = (image > image.min() + 0.25).nonzero().T
        steps = {(a, b) for a, b in zip(rows.diff().tolist(), cols.diff().tolist(), strict=True)}
        expected = {"horizontal": {(0, 1)}, "vertical": {(1, 0)}, "falling": {(1, 1)}, "rising": {(1, -1)}}
        assert steps == expected[bars.DIRECTIONS[answer]] and 5 <= len(rows) <= 8
        assert 0 <= image.min() <= 0.5 and 0.5 <= image.max() - image.min() <= 1


def test_training_depends_on_its_seed_alone_and_leaves_the_random_numbers_of_the_notebook_alone():
    before = torch.get_rng_state()
    images, answers = bars.draw(64, seed=1)
    one, other = (bars.fit(bars.fresh(bars.Network, 1), images, answers, seed=1, steps=5) for _ in range(2))
    assert torch.equal(one.conv.weight, other.conv.weight)
    assert torch.equal(before, torch.get_rng_state())


def test_without_a_click_nothing_is_trained_and_the_explorer_needs_no_torch():
    code = (
        "import sys, types; course = types.ModuleType('course'); course.__path__ = ['course']; "
        "sys.modules['course'] = course; from course import explorers; print(explorers.network().answer); "
        "sys.exit('torch' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (0, "vertical\n")


def test_explorer_and_network_of_torch_agree(network):
    image = torch.tensor(explorers.network(image="rising").image)
    explorer = explorers.network(network, image=image)
    torch.testing.assert_close(torch.tensor(explorer.scores), network(image[None, None])[0], atol=1e-4, rtol=0)
    assert explorer.answer == "rising"
