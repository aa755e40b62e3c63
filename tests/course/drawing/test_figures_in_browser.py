"""Does a browser show a figure as it was laid out, whichever of its fonts the reader has?"""

import io

import numpy as np
import pytest
from PIL import Image

from course import figures
from course.drawing import composing, palette
from course.drawing.lettering import FONT
from tests.jupyterlab import browser_page

pytestmark = pytest.mark.browser

# Where each text lies, and the square around each number, in CSS pixels.
MEASURE = """() => {
  const page = document.querySelector("svg").getBoundingClientRect();
  const box = element => {
    const {left, top, right, bottom} = element.getBoundingClientRect();
    return [left - page.left, top - page.top, right - page.left, bottom - page.top];
  };
  const numbers = [...document.querySelectorAll('text[fill="#000000"], text[fill="#ffffff"]')];
  return {
    size: [page.width, page.height],
    texts: [...document.querySelectorAll("text")].map(text => [text.textContent, ...box(text)]),
    numbers: numbers.map(text => [text.textContent, ...box(text)]),
    squares: [...document.querySelectorAll("rect[x]")].map(box),
  };
}"""

NOISE = np.random.default_rng(0).normal(size=(2, 3, 3, 3))
PICTURES = {
    "a row": figures.row(
        figures.image(np.arange(9).reshape(3, 3), "pixels under the top left weight", highlight=(0, 0, 2, 2)), "*",
        figures.kernel([[1, -1]], "difference"), "=", figures.response(None, "yours"), figures.response(3, "MWMW"),
    ),
    "a layer": figures.kernel(NOISE, "weights"),
    "eight feature maps": figures.row(figures.response(np.ones((8, 40, 40)), "Y"), "→", figures.image(np.eye(16), "X")),
    "a long word": figures.row(figures.kernel([[1]], "Rindfleischetikettierung"), figures.kernel([[1]], "and_another")),
    "long numbers": figures.response([[-88888.88, 0.01], [1e30, float("nan")]], "Y"),
    "lines": figures.lines({"no zero_grad": [1e-5, 1e5], "WWW": [1, 1e5], "mmm": [1, 1e5]}, "t", y="loss", log=True),
    "small steps": figures.row(figures.lines([-0.00002, 0.00002], "a", y="gradient"), figures.lines([-1e5, 1e5], "b")),
}  # fmt: skip


@pytest.fixture(scope="module")
def page():
    with browser_page(device_scale_factor=2) as page:
        yield page


@pytest.mark.parametrize("font", [FONT, "'DejaVu Sans'", "'Liberation Sans'"])
@pytest.mark.parametrize("name", PICTURES)
def test_no_text_is_cut_or_covers_another(page, name, font):
    drawing, _ = composing.svg(PICTURES[name].items, headings=name != "a layer")
    page.set_content(drawing.replace(FONT, font))
    seen = page.evaluate(MEASURE)
    width, height = seen["size"]
    for text, left, top, right, bottom in seen["texts"]:
        assert left >= 0 and top >= 0 and right <= width and bottom <= height, text
    for number, (text, left, top, right, bottom) in enumerate(seen["texts"]):
        for other, *place in seen["texts"][:number]:
            across, down = min(right, place[2]) - max(left, place[0]), min(bottom, place[3]) - max(top, place[1])
            assert across <= 0 or down <= 2, (text, other)  # boxes of letters have air above and below
    for (text, left, top, right, bottom), square in zip(seen["numbers"], seen["squares"], strict=True):
        assert left >= square[0] + 1 and right <= square[2] - 1, text
        assert abs(left + right - square[0] - square[2]) < 1, text
        assert abs(top + bottom - square[1] - square[3]) < 4, text  # a letter's box is not quite centred on digits


def test_a_large_array_is_shown_with_sharp_squares(page):
    """Between two squares there is no third colour, and zero is white."""
    values = np.where(np.indices((16, 16)).sum(axis=0) % 2, 0.0, -1.0)
    picture = figures.response(values, "checkerboard")
    page.set_content(f"<body style='margin:0;background:#111'>{picture.html()}")
    shown = np.asarray(Image.open(io.BytesIO(page.locator("img").screenshot())).convert("RGB"))
    places = np.argwhere((shown == [0xB3, 0x58, 0x06]).all(axis=2))
    (top, left), bottom = places.min(axis=0), places[places[:, 1] < 2 * 260].max(axis=0)[0]
    inside = shown[top + 4 : bottom - 4, left + 4 : left + (bottom - top) - 4]
    colours = {palette.rgb("#b35806"), palette.rgb("#ffffff")}
    assert {tuple(colour / 255) for colour in np.unique(inside.reshape(-1, 3), axis=0)} == colours
