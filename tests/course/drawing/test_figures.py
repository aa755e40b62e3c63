"""Does every figure say in words what it shows, and can what it shows be read?"""

import base64
import html.parser
import io
import subprocess
import sys
import xml.etree.ElementTree as ET

import matplotlib
import nbformat
import numpy as np
import pytest
import torch
from nbconvert import HTMLExporter
from PIL import Image, ImageFont

from course import figures
from course.drawing import palette
from course.drawing.lettering import text_width

SVG = "{http://www.w3.org/2000/svg}"


def drawing(picture):
    """Return the root of the picture's SVG."""
    return ET.fromstring(base64.b64decode(Reader(picture.html()).sources[0].removeprefix("data:image/svg+xml;base64,")))


def width(picture):
    return int(drawing(picture).get("width"))


def squares(picture):
    """Return the colours of all squares, row by row."""
    return [rect.get("fill") for rect in drawing(picture).iter(f"{SVG}rect") if rect.get("x")]


def words(picture, **attributes):
    """Return the words written with these attributes, in the order of the drawing."""
    texts = drawing(picture).iter(f"{SVG}text")
    return [text.text for text in texts if attributes.items() <= text.attrib.items()]


class Reader(html.parser.HTMLParser):
    """A stand-in for a screen reader: collects alt texts, caption and tags."""

    def __init__(self, text):
        super().__init__()
        self.alts, self.sources, self.tags, self.words = [], [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.alts += [value for name, value in attributes if tag == "img" and name == "alt"]
        self.sources += [value for name, value in attributes if tag == "img" and name == "src"]

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
        "The response “Y” has 1 row and 2 columns: row 0 is nan, ∞.",
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


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", '" onerror="alert(1)', "a & b", "]]>", "&#0;"])
def test_titles_are_text_not_markup(title):
    single, row = figures.image([[1]], title), figures.row(figures.kernel([[1]], title), title, caption=title)
    for picture in (single, row):
        page = Reader(picture.html())
        assert page.tags == ["figure", "figcaption", "img"]
        assert page.words == title
        assert title in page.alts[0]
    assert [" ".join(words(row, **{"font-weight": "bold"})), *words(row, **{"font-size": "22"})] == [title, title]
    plot = figures.lines({title: [1, 2]}, "t", x=title, y=title)
    assert words(plot, **{"font-size": "11"}) == [title] * 3


def test_what_xml_cannot_hold_is_replaced():
    assert words(figures.row(figures.image([[1]], "\x1b[31m\x00\ud800")), **{"font-weight": "bold"}) == ["�[31m��"]


def test_alt_text_survives_nbconvert():
    picture = figures.row(figures.image([[1, 0]], "X"), figures.kernel([[1, -1]], "K"), caption="Both")
    output = nbformat.v4.new_output("display_data", picture._repr_mimebundle_())
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=[output])])
    page, _ = HTMLExporter().from_notebook_node(notebook)
    assert picture.alt in Reader(page).alts


def test_zero_is_white_and_signs_differ():
    assert squares(figures.kernel([[-1, 0, 1]], "K")) == ["#b35806", "#ffffff", "#542788"]


def test_images_have_fixed_limits_unless_the_data_go_further():
    assert squares(figures.image([[0.5, 1]], "half and white")) == ["#808080", "#ffffff"]
    assert squares(figures.image([[0, 4, 8]], "up to eight")) == ["#000000", "#808080", "#ffffff"]
    assert squares(figures.image([[0, 4]], "cut out of it", limit=8)) == ["#000000", "#808080"]


def test_in_a_row_the_same_number_has_the_same_gray():
    whole = figures.image([[0, 4, 8]], "an image")
    both = figures.row(whole, "→", figures.image([[4, 0]], "a window cut out of it"))
    assert squares(both) == ["#000000", "#808080", "#ffffff", "#808080", "#000000"]
    assert squares(whole) == ["#000000", "#808080", "#ffffff"]


def test_in_a_row_of_large_images_one_bar_tells_the_scale():
    noise = np.random.default_rng(0).normal(size=(20, 34))
    both = figures.row(figures.image(noise, "one"), figures.image(2 * noise, "two"))
    assert len(list(drawing(both).iter(f"{SVG}linearGradient"))) == 1


def test_a_large_array_is_one_picture_of_its_colours():
    """Oracle: Pillow reads the embedded PNG; a square is 7 pixels, as many as on the page."""
    values = np.random.default_rng(0).normal(size=(20, 34))
    (photo,) = drawing(figures.response(values, "Y", limit=3)).iter(f"{SVG}image")
    assert (photo.get("width"), photo.get("height")) == ("238", "140")
    shown = np.asarray(
        Image.open(io.BytesIO(base64.b64decode(photo.get("href").removeprefix("data:image/png;base64,"))))
    )
    expected = np.round(255 * palette.paint(values, (-3, 3), True)).astype(int)
    assert np.array_equal(shown, expected.repeat(7, axis=0).repeat(7, axis=1))


@pytest.mark.parametrize("shape, most", [((48, 48), 30), ((256, 256), 300), ((3000, 2000), 900)])
def test_a_picture_of_noise_has_at_most_so_many_kilobytes(shape, most):
    assert len(figures.response(np.random.default_rng(0).normal(size=shape), "noise").html()) < 1024 * most


@pytest.mark.parametrize("signed", [False, True])
def test_printed_numbers_can_be_read_on_every_colour(signed):
    for colour in palette.paint(np.linspace(-1, 1, 501), (-1, 1), signed):
        assert contrast(colour, palette.rgb(palette.ink(colour))) >= 4.5, colour


def contrast(*colours):
    """Return the ratio that WCAG 2 asks of small text, computed from its definition."""
    levels = [
        sum(
            weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
            for weight, part in zip((0.2126, 0.7152, 0.0722), colour, strict=True)
        )
        for colour in colours
    ]
    return (max(levels) + 0.05) / (min(levels) + 0.05)


@pytest.mark.parametrize("make", [figures.image, figures.kernel])
def test_the_ink_of_each_number_suits_its_square(make):
    """Read from the picture, beside the printed numbers."""
    picture = make(np.linspace(-1, 1, 160).reshape(10, 16), "all shades")
    inks = [text.get("fill") for text in drawing(picture).iter(f"{SVG}text")]
    inks = [ink for ink in inks if ink in ("#000000", "#ffffff")]
    assert set(inks) == {"#000000", "#ffffff"}
    for ink, fill in zip(inks, squares(picture), strict=True):
        assert contrast(palette.rgb(ink), palette.rgb(fill)) >= 4.5


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
        assert words(picture)[0] == "nothing to show yet", case
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
    assert width(picture) > 50, case


def test_a_picture_keeps_what_it_was_given():
    for X in (torch.zeros(1, 2), np.zeros((1, 2))):
        picture = figures.image(X, "X")
        X += 1
        assert squares(picture) == ["#000000", "#000000"]


@pytest.mark.parametrize(
    "shape, panels",
    [((8, 8), 3), ((8, 8), 5), ((16,), 2), ((48, 48), 5), ((3, 3, 3), 3), ((8, 8, 3, 3), 1), ((300, 400), 4)],
)
def test_rows_fit_on_the_page(shape, panels):
    picture = figures.row(*[figures.kernel(np.ones(shape), "a title that needs room")] * panels)
    assert width(picture) <= 900


def test_the_sign_of_a_large_array_is_on_a_colour_bar():
    """The bar needs room: the same array as an image, which has no sign, is narrower."""
    values = np.random.default_rng(0).random((40, 40))
    assert width(figures.response(values, "Y")) > width(figures.image(values, "X")) + 40
    bar = drawing(figures.response(values, "Y", limit=2))
    heights = {text.text: float(text.get("y")) for text in bar.iter(f"{SVG}text") if text.get("text-anchor") == "start"}
    assert heights["−2"] > heights["0"] > heights["+2"]
    (gradient,) = bar.iter(f"{SVG}linearGradient")
    bottom, *_, top = gradient
    assert (gradient.get("y1"), bottom.get("stop-color"), top.get("stop-color")) == ("1", "#b35806", "#542788")


@pytest.mark.parametrize("window", [(0, 7, 1, 2), (-1, 0, 1, 1), (0, 0, 0, 1), (8, 0)])
def test_a_window_outside_the_image_is_refused(window):
    with pytest.raises(ValueError, match="8 rows and 8 columns"):
        figures.image(np.zeros((8, 8)), "X", highlight=window)


def test_the_window_is_drawn_in_its_colour():
    def outlines(picture, colour):
        parts = list(drawing(picture).iter())
        parents = {child: parent for parent in parts for child in parent}
        return [
            (parents[part].get("transform"), part.get("width"), part.get("height"), part.get("stroke-dasharray"))
            for part in parts
            if part.get("stroke") == colour
        ]

    ones, blue, orange = np.ones((4, 4)), "#0072B2", "#D55E00"
    assert outlines(figures.image(ones, "X"), blue) == []
    marked = figures.image(ones, "X", highlight=(1, 2, 3, 2))  # squares of 34 pixels
    assert outlines(marked, blue) == [("translate(68 34)", "68", "102", None)]
    assert len(outlines(marked, "#ffffff")) == 1  # under it, to be seen on every colour
    assert outlines(figures.response(ones, "Y", highlight=(1, 2)), orange) == [("translate(68 34)", "34", "34", "8 4")]


@pytest.mark.parametrize("wrong", [(), ("*",), ([[1, 0]],), (None,)])
def test_a_row_is_made_of_pictures(wrong):
    with pytest.raises(TypeError, match="figures.image"):
        figures.row(*wrong)


@pytest.mark.parametrize(
    "case, values, log, expected",
    [
        ("tenths", [0, 0.31], False, ["0.00", "0.05", "0.10", "0.15", "0.20", "0.25", "0.30"]),
        ("signs", [-3, 3], False, ["−3", "−2", "−1", "0", "1", "2", "3"]),
        ("millions", [0, 3e6], False, ["0", "500000", "1e6", "1.5e6", "2e6", "2.5e6", "3e6"]),
        ("constant", [5, 5], False, [f"{5 + step / 20:.2f}" for step in range(-5, 6)]),
        ("powers of ten", [0.01, 1, 250], True, ["0.01", "0.1", "1", "10", "100"]),
        ("every 20th", [1e-80, 1e80], True, ["1e−80", "1e−60", "1e−40", "1e−20", "1", "1e20", "1e40", "1e60", "1e80"]),
        ("less than two powers of ten", [2, 7], True, ["2", "3", "4", "5", "6", "7"]),
    ],
)  # fmt: skip
def test_ticks(case, values, log, expected):
    assert words(figures.lines(values, "t", log=log), **{"text-anchor": "end"}) == expected, case


def test_steps_are_whole():
    assert words(figures.lines([1, 5, 2], "t"), **{"font-size": "10", "text-anchor": "middle"}) == ["0", "1", "2"]


def test_a_value_that_no_axis_can_hold_is_not_drawn():
    assert "cannot be drawn at step 1" in figures.lines([1, 1.7e308], "overflow").alt


def test_names_of_lines_that_end_together_are_pushed_apart():
    plot = drawing(figures.lines({f"line {number}": [2, 1] for number in range(7)}, "seven"))
    heights = [float(text.get("y")) for text in plot.iter(f"{SVG}text") if text.get("text-anchor") == "start"]
    assert np.diff(sorted(heights)).min() > 14
    assert max(heights) < 260  # the axis is at 250


@pytest.mark.parametrize("bold, file", [(False, "DejaVuSans.ttf"), (True, "DejaVuSans-Bold.ttf")])
def test_texts_get_the_room_they_need(bold, file):
    """Oracle: the widest of our fonts, as FreeType measures it."""
    font = ImageFont.truetype(f"{matplotlib.get_data_path()}/fonts/ttf/{file}", 1000)
    for letter in map(chr, [*range(32, 127), *map(ord, "−×→·÷“”…éüαλΩ")]):
        assert font.getlength(letter) <= text_width(letter, 1000, bold), letter
    assert text_width("Brightness: −0.25", 1, bold) < 1.2 * font.getlength("Brightness: −0.25") / 1000


def test_drawing_is_light():
    code = """
import sys
from course import figures, images
panels = figures.image([[0, 1]], "X"), figures.kernel([[1, -1]], "K"), figures.response([[0] * 40] * 40, "Y")
figures.row(*panels, figures.image(None, "?"), figures.lines([3, 2, 1], "loss")).html()
print({"torch", "matplotlib"} & set(sys.modules))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_three_channels_make_one_picture_in_color():
    """Oracle: the embedded PNG, read by Pillow."""
    X = torch.tensor([[[1.0, 0.0]], [[0.5, 0.0]], [[0.0, 1.0]]])
    picture = figures.image(X, "orange and blue", color=True)
    (shown,) = drawing(picture).iter(f"{SVG}image")
    png = Image.open(io.BytesIO(base64.b64decode(shown.get("href").partition(",")[2])))
    assert png.getpixel((0, 0)) == (255, 128, 0) and png.getpixel((png.width - 1, 0)) == (0, 0, 255)
    assert picture.alt == "The color picture “orange and blue” has 1 row and 2 columns."


@pytest.mark.parametrize(
    "thing, reason",
    [
        (torch.zeros(2, 4, 4), "red, green and blue are 3 channels, this has shape (2, 4, 4)"),
        (torch.zeros(4, 4), "red, green and blue are 3 channels, this has shape (4, 4)"),
        ("X", "str is not an array of numbers"),
    ],
    ids=["two channels", "no channels", "a word"],
)
def test_what_is_no_color_picture_is_said(thing, reason):
    assert reason in figures.image(thing, "colors", color=True).alt


def test_not_a_number_is_gray_in_a_color_picture():
    X = torch.full((3, 1, 1), float("nan"))
    assert "no values" not in figures.image(X, "lost", color=True).html()
