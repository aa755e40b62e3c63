"""Can the next cell read and set an explorer, is a bad setting explained, and does a picture stay behind?"""

import base64
import io
import re
import subprocess
import sys

import bs4
import numpy as np
import pytest
import torch
from IPython.core.formatters import DisplayFormatter
from PIL import Image

from course import explorers
from course.explorers import _explorer, _pictures
from grader.gradebook.sanitizer import clean_content
from tests.course.explorers.pictures import NAMES

EVERY = pytest.mark.parametrize("make", [getattr(explorers, name) for name in NAMES], ids=NAMES)


def test_there_are_seven_explorers_and_three_functions():
    assert NAMES == [
        "channel_mixer",
        "kernel_editor",
        "matrix_view",
        "network",
        "padding_and_stride",
        "training",
        "window_stepper",
    ]
    assert sorted(set(explorers.__all__) - set(NAMES)) == ["descend", "usage", "worked_matrix"]


@EVERY
def test_the_help_says_what_to_try(make):
    assert "Try this:" in make.__doc__ and "1. " in make.__doc__ and "Args" in make.__doc__


@EVERY
def test_the_module_is_small_and_needs_nothing_else(make):
    text = make._esm
    assert "import " not in text and "http" not in text and len(text.encode()) < 25_000


def test_importing_the_explorers_does_not_import_torch():
    # `course` itself may import torch, so put an empty package in its place.
    code = (
        "import sys, types; course = types.ModuleType('course'); course.__path__ = ['course']; "
        "sys.modules['course'] = course; from course import explorers; explorers.training(); "
        "sys.exit('torch' in sys.modules)"
    )
    root = _explorer._HERE.parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, timeout=60, check=False).returncode == 0


@pytest.mark.parametrize(
    "kernel",
    [
        torch.tensor([[1.0, -1.0]]),
        torch.nn.Parameter(torch.tensor([[1.0, -1.0]])),
        np.array([[1, -1]]),
        ((1, -1),),
        "[1, -1]",
    ],
    ids=["tensor", "parameter", "array", "tuples", "name"],
)
def test_a_kernel_may_be(kernel):
    assert explorers.window_stepper(kernel=kernel).kernel == [[1, -1]]


def test_setting_an_attribute_changes_the_output():
    stepper = explorers.window_stepper(image=[[0, 1, 2], [3, 4, 5], [6, 7, 8]], kernel=[[0, 1], [2, 3]])
    assert stepper.output == [[19, 25], [37, 43]]
    stepper.flip = True
    assert stepper.output == [[5, 11], [23, 29]]  # 3*0 + 2*1 + 1*3 + 0*4 = 5
    stepper.kernel = "identity"
    assert stepper.output == [[4]]


def test_editing_a_ready_made_kernel_leaves_the_next_explorer_alone():
    explorers.kernel_editor("Sobel").kernel[0][0] = 99
    assert explorers.kernel_editor("Sobel").kernel[0][0] == 1


BAD = [
    ("window_stepper", {"stride": 0}, "stride must be a whole number from 1 to 4; got 0."),
    ("window_stepper", {"stride": 1.5}, "stride must be a whole number from 1 to 4; got 1.5."),
    ("window_stepper", {"padding": float("nan")}, "padding must be a whole number from 0 to 3; got nan."),
    ("window_stepper", {"flip": 1}, "flip must be True or False; got 1."),
    ("window_stepper", {"kernel": "sobel"}, "or one of '[1, -1]', '[1, -1] transposed'"),
    ("window_stepper", {"kernel": [1, -1]}, "kernel must be 2-D (rows, columns)"),
    ("window_stepper", {"kernel": [[1, -1], [1]]}, "kernel must be 2-D (rows, columns)"),
    ("window_stepper", {"kernel": [[float("inf")]]}, "hold finite numbers"),
    (
        "window_stepper",
        {"image": torch.zeros(28, 28)},
        "of size 1..8 x 1..8; got 28 x 28. Use a smaller example.",
    ),
    (
        "window_stepper",
        {"image": torch.zeros(2, 2), "kernel": "Sobel"},
        "the kernel covers 3 rows, but the image has 2",
    ),
    ("window_stepper", {"kernels": ["Prewitt"]}, "kernels must be names out of '[1, -1]'"),
    ("kernel_editor", {"kernel": torch.zeros(7, 7)}, "of size 1..5 x 1..5; got 7 x 7"),
    ("padding_and_stride", {"padding": (1, 2, 3)}, "one whole number or (rows, columns), each from 0 to 4"),
    ("padding_and_stride", {"padding": "same"}, "one whole number or (rows, columns)"),
    (
        "padding_and_stride",
        {"size": 2, "kernel_size": 5, "padding": 0},
        "use a smaller kernel or dilation, or more padding",
    ),
    ("training", {"rate": -1}, "rate must be a number from 0.001 to 3.2; got -1."),
    ("training", {"reduction": "none"}, "reduction must be 'sum' or 'mean'; got 'none'."),
    ("training", {"start": (1, 2, 3)}, "start must be a list of numbers of size 2..2; got 3"),
    ("channel_mixer", {"channels_in": 5}, "channels_in must be at most 4"),
    ("channel_mixer", {"out_channel": 3}, "out_channel must be below channels_out = 3; got 3."),
    (
        "channel_mixer",
        {"image": torch.zeros(3, 3, 3), "weight": torch.zeros(2, 1, 2, 2)},
        "weight.shape[1] must equal image.shape[0]",
    ),
    ("kernel_editor", {"image": "photo"}, "image must be 'portrait' or 'house' or 'four small pictures'; got 'photo'."),
    ("network", {"image": torch.zeros(8, 8)}, "of size 12..12 x 12..12; got 8 x 8"),
    ("worked_matrix", {"image": torch.zeros(3, 3).tolist()}, "image must be one of 'small 3 × 3'"),
    ("matrix_view", {"form": "im2col"}, "form must be 'toeplitz' or 'unfold'; got 'im2col'."),
    ("matrix_view", {"kernel": torch.zeros(4, 1)}, "of size 1..3 x 1..3; got 4 x 1"),
]


@pytest.mark.parametrize("name, settings, message", BAD)
def test_a_bad_setting_is_explained(name, settings, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        getattr(explorers, name)(**settings)


def test_a_bad_assignment_is_explained_too():
    with pytest.raises(ValueError, match="stride must be a whole number from 1 to 4; got 9."):
        explorers.window_stepper().stride = 9


def printed(html):
    words = re.findall(r">([^<>]+)</text>", html)
    return [word.replace("−", "-") for text in words for word in ([text] if len(text) < 9 else text.split())]


@pytest.mark.parametrize(
    "make, values",
    [
        (lambda: explorers.window_stepper("two stripes", "Sobel"), lambda w: (w.image, w.kernel, w.output)),
        (lambda: explorers.kernel_editor("Laplacian"), lambda w: (w.kernel,)),
        (
            lambda: explorers.kernel_editor("Laplacian", "four small pictures"),
            lambda w: (w.kernel, *w.output.values()),
        ),
        (lambda: explorers.network(), lambda w: (np.round(w.weight, 1), w.found, w.scores)),
        (lambda: explorers.padding_and_stride(8, (3, 5)), lambda w: (w.usage, w.output)),
        (lambda: explorers.training(), lambda w: (w.weights[0], w.weight)),
        (lambda: explorers.channel_mixer(), lambda w: (w.image[0], w.image[1], w.weight[0][0], w.output[0])),
        (lambda: explorers.matrix_view(), lambda w: (w.matrix, w.output)),
        (lambda: explorers.matrix_view(form="unfold"), lambda w: (w.matrix, w.output)),
    ],
    ids=["stepper", "editor", "four", "network", "padding", "training", "mixer", "toeplitz", "unfold"],
)
def test_the_still_picture_holds_the_numbers_of_the_present_state(make, values):
    widget = make()
    bundle, _ = DisplayFormatter().format(widget)
    assert {"text/html", "application/vnd.jupyter.widget-view+json"} <= set(bundle)
    html = bundle["text/html"]
    assert re.search(r'<svg role="img" aria-label="[^"]{40,}"', html) and "<figcaption>" in html
    assert "<script" not in html and "http" not in html
    shown = printed(html) + [word.strip(",.").replace("−", "-") for word in html.split("<figcaption>")[1].split()]
    for array in values(widget):
        for value in np.ravel(array):
            text = f"{value:.2f}".rstrip("0").rstrip(".")
            assert text in shown or text == "-0", value
            shown.remove(text if text != "-0" else "0")


@EVERY
def test_the_still_picture_passes_the_cleaning_of_pages_untouched(make):
    def shape(html):
        return [(tag.name, sorted(tag.attrs)) for tag in bs4.BeautifulSoup(html, "html.parser").find_all(True)]

    still = make().still()
    assert shape(clean_content(still)) == shape(still)


def test_a_photograph_stays_in_the_still_picture_at_the_size_of_its_response():
    editor = explorers.kernel_editor("Sobel")
    pictures = bs4.BeautifulSoup(editor.still(), "html.parser").find_all("img")
    told = [("The portrait itself, in gray.", "240"), ("The kernel's response to the portrait.", "236")]
    assert [(image["alt"], image["width"]) for image in pictures] == told
    files = (io.BytesIO(base64.b64decode(one["src"].split(",")[1])) for one in pictures)
    image, response = (np.asarray(Image.open(file).convert("RGB")) / 255 for file in files)
    expected = _pictures.unpacked(editor._photos["portrait"])
    np.testing.assert_allclose(image[..., 0], expected, atol=0.5 / 255 + 1e-6)
    output = np.array(editor.output["portrait"])
    purple = response[..., 2] > response[..., 0]  # more blue than red
    assert (purple[output > 1]).all() and not purple[output < -1].any()


def test_a_kernel_without_room_still_leaves_a_picture():
    stepper = explorers.window_stepper(image=torch.ones(3, 3))
    stepper.kernel = torch.ones(5, 5)  # as the browser may set it
    assert stepper.output == [] and "has no room" in stepper.still()
