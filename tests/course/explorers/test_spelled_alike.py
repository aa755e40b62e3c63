"""Do browser and Python spell a number alike, with the same shade and the same ink, wherever a student meets it?"""

import random
import re
from pathlib import Path

import numpy as np
import pytest

from course import figures
from course.checking import feedback
from course.drawing import palette
from course.drawing.numbers import spell
from course.explorers import _still

NUMBERS = [
    *(0.0, 1.0, -1.0, 3.0, -0.5, 1 / 9, -1 / 3, 0.999, 1234.5, -1234.5, 99999.4, 99999.5, -99999.6, 123456.0, 1e21),
    *(0.125, 0.625, -0.125, 2.875, 0.005, 0.0049, -0.001, 1e-5, 1e-9, -1e-9, 125000.0, -1.25e6, 1e-300),
    *(random.Random(0).uniform(-(10.0**power), 10.0**power) for power in range(-4, 9) for _ in range(20)),
]


@pytest.fixture
def drawn(in_node):
    """What functions of `drawing.js` return, for a list of (name, arguments)."""
    return lambda calls: in_node("drawing.js", calls)


def test_a_number_is_spelled_alike_in_the_browser(drawn):
    assert drawn([["show", number] for number in NUMBERS]) == [spell(number) for number in NUMBERS]


def test_the_browser_has_the_same_scale():
    text = (Path(_still.__file__).parent / "drawing.js").read_text(encoding="utf-8")
    scale = re.findall(r"\[(\d+), (\d+), (\d+)\]", text.partition("const PUOR = [")[2].partition("];")[0])
    assert ["#" + "".join(f"{int(part):02x}" for part in colour) for colour in scale] == list(palette.PUOR)


def test_the_same_ink_stands_on_every_shade(drawn):
    shades = np.round(255 * palette.paint(np.linspace(-1, 1, 201), (-1, 1), True)).astype(int).tolist()
    shades += [[level] * 3 for level in range(256)]
    assert drawn([["ink", shade] for shade in shades]) == [palette.ink(np.array(shade) / 255) for shade in shades]


@pytest.mark.parametrize(
    "number, said", [(1234.5, "1234.5"), (-0.333333, "−0.33"), (12345678.0, "1.2e7"), (0.125, "0.13")]
)
def test_check_figures_and_stills_spell_alike(number, said):
    plain = {"tensor": {"dtype": "float32", "shape": [1, 2], "data": [number, 0.0]}}
    assert f">{said}</td>" in feedback.picture("yours", plain)
    assert f" {said}, 0." in figures.response([[number, 0.0]], "Y").alt
    assert f">{said}</text>" in "".join(_still.panel("Y", [[number, 0.0]])["parts"])


def test_check_and_stills_give_a_number_the_same_shade_and_ink():
    for value in np.linspace(-1, 1, 201):
        plain = {"tensor": {"dtype": "float32", "shape": [1, 2], "data": [float(value), 1.0]}}
        table, still = feedback.picture("yours", plain), "".join(_still.panel("Y", [[value, 1.0]])["parts"])
        colour = palette.paint(np.array(value), (-1.0, 1.0), True)
        shade, ink = palette.code(colour), palette.ink(colour)
        assert f"background:{shade};color:{ink}" in table and f'fill="{shade}"' in still and f'fill="{ink}"' in still
