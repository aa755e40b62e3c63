"""Does every figure say in words what it shows, and can what it shows be read?"""

import html.parser
import io
import subprocess
import sys

import nbformat
import numpy as np
import pytest
import torch
from nbconvert import HTMLExporter
from PIL import Image

from course import _palette, figures


def pixels(picture):
    """Decode the PNG: (rows, columns, 3) from 0 to 255."""
    return np.asarray(Image.open(io.BytesIO(picture.png())).convert("RGB"))


class Reader(html.parser.HTMLParser):
    """A stand-in for a screen reader: collects alt texts, caption and tags."""

    def __init__(self, text):
        super().__init__()
        self.alts, self.tags, self.words = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.alts += [value for name, value in attributes if tag == "img" and name == "alt"]

    def handle_data(self, data):
        self.words += data


SENTENCES = [
    (
        "numbers row by row",
        figures.kernel([[1, 0, -1], [2, 0, -2]], "Sobel"),
        "The kernel “Sobel” has 2 rows and 3 columns: row 0 is 1, 0, −1; row 1 is 2, 0, −2.",
    ),
    (
        "equal rows are said once, and the window is named",
        figures.image([[1, 0]] * 8, "X", highlight=(2, 0, 1, 2)),
        """The image “X” has 8 rows and 2 columns: every row is 1, 0.
        A solid blue outline marks the window at row 2 and columns 0 to 1.""",
    ),
    (
        "two decimals; a cell of the output",
        figures.response([[1 / 3, -0.001]], "Y", highlight=(0, 1)),
        """The response “Y” has 1 row and 2 columns: row 0 is 0.33, −0.00.
        A dashed orange outline marks the output cell at row 0 and column 1.""",
    ),
    (
        "beyond 49 numbers only the range",
        figures.response(np.arange(-20, 44).reshape(8, 8), "Y"),
        "The response “Y” has 8 rows and 8 columns, with values from −20 to 43.",
    ),
    (
        "channels by name",
        figures.image(torch.tensor([[[0.0, 1.0]], [[1.0, 0.5]]]), "X"),
        """The image “X” has 2 channels, each with 1 row and 2 columns:
        in channel 0, row 0 is 0, 1; in channel 1, row 0 is 1, 0.5.""",
    ),
    (
        "a layer's weight",
        figures.kernel(torch.arange(4.0).reshape(2, 2, 1, 1), "W"),
        """The kernel “W” has 2 outputs by 2 inputs, each with 1 row and 1 column:
        in output 0, input 0, row 0 is 0; in output 0, input 1, row 0 is 1;
        in output 1, input 0, row 0 is 2; in output 1, input 1, row 0 is 3.""",
    ),
    (
        "not finite",
        figures.response([[float("nan"), float("inf")]], "Y"),
        "The response “Y” has 1 row and 2 columns: row 0 is nan, inf.",
    ),
    ("nothing yet", figures.image(None, "yours"), "There is nothing to show yet for “yours”."),
    (
        "a formula",
        figures.row(figures.image([[2]], "X"), "*", figures.kernel([[3]], "K"), "=", figures.response([[6]], "Y")),
        """Side by side: “X” times “K” equals “Y”. The image “X” has 1 row and 1 column: row 0 is 2.
        The kernel “K” has 1 row and 1 column: row 0 is 3.
        The response “Y” has 1 row and 1 column: row 0 is 6.""",
    ),
    (
        "lines, the unfinished one left out, the end of the diverging one named",
        figures.lines({"a": [4, 2, 1], "b": [1, 9, float("inf")], "mine": None}, "Loss", log=True),
        """The line plot “Loss” shows loss on a logarithmic scale against step:
        “a” falls from 4 at step 0 to 1 at step 2;
        “b” rises from 1 at step 0 to 9 at step 1 and cannot be drawn at step 2.""",
    ),
]


@pytest.mark.parametrize("case, picture, sentence", SENTENCES)
def test_alt_text(case, picture, sentence):
    assert picture.alt == " ".join(sentence.split()), case
    assert repr(picture) == picture.alt


@pytest.mark.parametrize("make", [figures.image, figures.kernel, figures.response, figures.lines])
def test_a_figure_without_words_cannot_be_made(make):
    with pytest.raises(ValueError, match="alt"):
        make([[1.0, 2.0]], " ")
    assert make([[1.0, 2.0]], " ", alt="two numbers").alt == "two numbers"


def test_alt_can_be_replaced_but_not_removed():
    panel = figures.image([[1]], "X")
    assert figures.row(panel, alt="one white pixel").alt == "one white pixel"
    with pytest.raises(ValueError, match="alt"):
        figures.row(panel, alt="")


def test_html_is_a_figure_whose_caption_does_not_repeat_the_alt_text():
    bundle = figures.image([[1, 0]], "an edge")._repr_mimebundle_()
    page = Reader(bundle["text/html"])
    assert page.tags == ["figure", "figcaption", "img"]
    assert page.words == "an edge"
    assert page.alts == [bundle["text/plain"]] != [page.words]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '" onerror="alert(1)', "a & b", "$\\frac$"])
def test_titles_are_text_not_markup(words):
    single, row = figures.image([[1]], words), figures.row(figures.kernel([[1]], words), words, caption=words)
    for picture in (single, row):
        page = Reader(picture.html())
        assert page.tags == ["figure", "figcaption", "img"]
        assert page.words == words
        assert words in page.alts[0]


def test_alt_text_survives_nbconvert():
    picture = figures.row(figures.image([[1, 0]], "X"), figures.kernel([[1, -1]], "K"), caption="Both")
    output = nbformat.v4.new_output("display_data", picture._repr_mimebundle_())
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=[output])])
    page, _ = HTMLExporter().from_notebook_node(notebook)
    assert picture.alt in Reader(page).alts


def test_zero_is_white_and_signs_differ():
    """Read from the picture, beside the printed numbers."""
    shown = pixels(figures.kernel([[-1, 0, 1]], "K"))
    orange, white, purple = (_colour_of_square(shown, number, 3) for number in range(3))
    assert white == (255, 255, 255)
    assert orange == (0xB3, 0x58, 0x06)
    assert purple == (0x54, 0x27, 0x88)


def _colour_of_square(shown, number, count):
    """Return the colour near the top of a square in a one-row array; the frame is found by its gray."""
    frame = np.flatnonzero((shown == (0x59, 0x59, 0x59)).all(axis=2).sum(axis=0) > 60)
    left, right = frame[0], frame[-1]
    line = np.flatnonzero((shown == (0x59, 0x59, 0x59)).all(axis=2).sum(axis=1) > 60)[0] + 8
    return tuple(int(part) for part in shown[line, round(left + (number + 0.5) * (right - left) / count)])


def test_images_have_fixed_limits_unless_the_data_go_further():
    shown = pixels(figures.image([[0.5, 1]], "half and white"))
    assert _colour_of_square(shown, 0, 2) in {(127,) * 3, (128,) * 3}
    shown = pixels(figures.image([[0, 4, 8]], "up to eight"))
    assert _colour_of_square(shown, 1, 3) in {(127,) * 3, (128,) * 3}


@pytest.mark.parametrize("signed", [False, True])
def test_printed_numbers_can_be_read_on_every_colour(signed):
    """Oracle: the ratio that WCAG 2 asks of small text, computed here from its definition."""
    for colour in _palette.paint(np.linspace(-1, 1, 501), (-1, 1), signed):
        levels = [
            sum(
                weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
                for weight, part in zip((0.2126, 0.7152, 0.0722), one, strict=True)
            )
            for one in (colour, _palette.rgb(_palette.ink(colour)))
        ]
        assert (max(levels) + 0.05) / (min(levels) + 0.05) >= 4.5, colour


@pytest.mark.parametrize(
    "case, thing",
    [
        ("not written yet", None),
        ("the stub", ...),
        ("text", "X"),
        ("a number", 3),
        ("a module", torch.nn.Conv2d(1, 1, 2)),
        ("ragged", [[1, 2], [3]]),
        ("complex", torch.ones(2, 2, dtype=torch.complex64)),
        ("empty, as corr2d gives for 4-D input", torch.zeros(1, 0)),
        ("too many axes", torch.zeros(2, 1, 1, 2, 2)),
    ],
)
def test_what_is_not_an_array_gives_a_quiet_placeholder(case, thing):
    for make in (figures.image, figures.kernel, figures.response):
        picture = make(thing, "yours")
        assert picture.alt.startswith("There is nothing to show yet for “yours”"), case
        assert pixels(picture).shape[1] > 300, case
    assert "nothing to show yet" in figures.row(picture, "=", picture).alt


@pytest.mark.parametrize(
    "case, thing, shape",
    [
        ("a list", [0, 1], "1 row and 2 columns"),
        ("booleans", np.eye(2, dtype=bool), "2 rows and 2 columns"),
        ("integers", torch.arange(4).reshape(2, 2), "2 rows and 2 columns"),
        (
            "bfloat16 with a gradient",
            torch.ones(2, 2, dtype=torch.bfloat16, requires_grad=True),
            "2 rows and 2",
        ),
        ("tensors in a list", [torch.ones(2, requires_grad=True), torch.ones(2)], "2 rows and 2 columns"),
        ("a parameter, transposed", torch.nn.Parameter(torch.ones(2, 3)).t(), "3 rows and 2 columns"),
        ("a batch of one", torch.ones(1, 1, 6, 8), "6 rows and 8 columns"),
        ("one image with channels", torch.ones(1, 3, 2, 2), "3 channels, each with 2 rows"),
        ("too many channels", torch.ones(64, 3, 3), "(the first 8 of 64 channels)” has 8 channels"),
    ],
)
def test_arrays_of_every_make(case, thing, shape):
    picture = figures.response(thing, "Y")
    assert shape in picture.alt, case
    assert pixels(picture).size, case


def test_a_picture_keeps_what_it_was_given():
    for X in (torch.zeros(1, 2), np.zeros((1, 2))):
        picture = figures.image(X, "X")
        X += 1
        assert picture.png() == figures.image([[0, 0]], "X").png()


@pytest.mark.parametrize(
    "shape, panels",
    [((8, 8), 3), ((8, 8), 5), ((16,), 2), ((48, 48), 5), ((3, 3, 3), 3), ((8, 8, 3, 3), 1), ((300, 400), 4)],
)
def test_rows_fit_on_the_page(shape, panels):
    picture = figures.row(*[figures.kernel(np.ones(shape), "a title that needs room")] * panels)
    assert pixels(picture).shape[1] <= 2 * 900


def test_the_sign_of_a_large_array_is_on_a_colour_bar():
    """The bar needs room: the same array as an image, which has no sign, is narrower."""
    values = np.random.default_rng(0).random((40, 40))
    assert pixels(figures.response(values, "Y")).shape[1] > pixels(figures.image(values, "X")).shape[1] + 80


@pytest.mark.parametrize("window", [(0, 7, 1, 2), (-1, 0, 1, 1), (0, 0, 0, 1), (8, 0)])
def test_a_window_outside_the_image_is_refused(window):
    with pytest.raises(ValueError, match="8 rows and 8 columns"):
        figures.image(np.zeros((8, 8)), "X", highlight=window)


def test_the_window_is_drawn_in_its_colour():
    plain, marked = (pixels(figures.image(np.ones((4, 4)), "X", highlight=w)) for w in (None, (1, 1, 2, 2)))
    blue = (0x00, 0x72, 0xB2)
    assert not (plain == blue).all(axis=2).any()
    assert (marked == blue).all(axis=2).sum() > 4 * 2 * 68  # four sides of two squares, two lines thick


@pytest.mark.parametrize("wrong", [(), ("*",), ([[1, 0]],), (None,)])
def test_a_row_is_made_of_pictures(wrong):
    with pytest.raises(TypeError, match="figures.image"):
        figures.row(*wrong)


def test_drawing_leaves_the_students_matplotlib_alone():
    import matplotlib

    with matplotlib.rc_context({"font.family": "serif", "axes.edgecolor": "white"}):
        picture = figures.lines([3, 2, 1], "loss")
        theirs, settings = picture.png(), dict(matplotlib.rcParams)
        assert settings["font.family"] == ["serif"]
    assert theirs == picture.png()


def test_importing_is_light():
    code = "import sys, course.figures, course.images; print({'torch', 'matplotlib'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
