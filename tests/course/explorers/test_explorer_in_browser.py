"""Does a person get the right picture, with the mouse, with the keyboard alone, and with a screen reader?"""

import io
import re

import numpy as np
import pytest
import torch
from PIL import Image
from torch.nn import functional as F

from course import bars, explorers, images
from course.drawing.photo import png
from course.explorers import _descent, _pictures
from tests.course.explorers.pictures import NAMES, numbers, settle

pytestmark = pytest.mark.browser
EVERY = pytest.mark.parametrize("name", NAMES)
SOBEL = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]


def conv(image, kernel, **options):
    image, kernel = (torch.tensor(np.array(a, dtype=float))[None, None] for a in (image, kernel))
    return F.conv2d(image, kernel, **options)[0, 0].numpy()


def python_side(page, widget):
    """Give the widget the state that the browser would send, as the kernel receives it."""
    widget.set_state(page.evaluate("state"))
    return widget


def control(page, name):
    return page.locator(f".explorer [data-name='{name}']").first


def test_the_stepper_shows_window_products_sum_and_output(show):
    stepper = explorers.window_stepper("diagonal step", "Sobel", padding=1, step=10)
    page = show(stepper)
    expected = conv(stepper.image, SOBEL, padding=1)
    row, col = divmod(10, expected.shape[1])
    window = np.pad(stepper.image, 1)[row : row + 3, col : col + 3]
    np.testing.assert_allclose(numbers(page, "input"), np.pad(stepper.image, 1), atol=0.005)
    np.testing.assert_allclose(numbers(page, "sum"), [[expected[row, col]]])
    products = page.locator(".picture svg > g > g > [data-value]").all_text_contents()
    assert [float(words.replace("−", "-")) for words in products] == (window * SOBEL).flatten().tolist()
    shown = numbers(page, "output").ravel()
    np.testing.assert_allclose(shown[:11], expected.ravel()[:11], atol=0.005)
    assert np.isnan(shown[11:]).all()  # later numbers are for guessing


def test_next_previous_and_the_output_cell_move_the_window(show):
    page = show(explorers.window_stepper())
    control(page, "next").click()
    settle(page)
    assert numbers(page, "sum") == 1 and page.evaluate("state.step") == 1
    assert "output[0, 1] = 1 × 1 + 0 × (−1) = 1" in page.inner_text(".readout")
    control(page, "previous").click()
    page.locator("[data-grid=output] [data-cell='2,5']").click()
    settle(page)
    assert numbers(page, "sum") == -1 and page.evaluate("state.step") == 2 * 7 + 5


def test_typing_a_weight_changes_the_picture_and_what_python_reads(show):
    stepper = explorers.window_stepper("disk", show_all=True)
    page = show(stepper)
    entry = page.get_by_label("kernel, row 0, column 1")
    entry.select_text()
    page.keyboard.type("-2.5")  # "-" and "-2." on the way are not numbers yet
    page.keyboard.press("ArrowUp")
    settle(page)
    expected = conv(stepper.image, [[1, -2]])
    np.testing.assert_allclose(numbers(page, "output"), expected, atol=0.005)
    np.testing.assert_allclose(python_side(page, stepper).output, expected, atol=1e-6)
    assert control(page, "kernel_preset").input_value() == ""  # your own


def test_flip_stride_and_padding_reach_the_picture(show):
    stepper = explorers.window_stepper("diagonal step", "diagonal", show_all=True)
    page = show(stepper)
    control(page, "flip").check()
    control(page, "stride").fill("2")
    control(page, "padding").fill("99")  # the most is 3
    settle(page)
    expected = conv(stepper.image, [[0, -1], [1, 0]], stride=2, padding=3)
    np.testing.assert_allclose(numbers(page, "output"), expected, atol=0.005)
    np.testing.assert_allclose(python_side(page, stepper).output, expected)


def test_a_kernel_without_room_is_explained_and_forgiven(show):
    page = show(explorers.window_stepper(torch.ones(2, 2)))
    control(page, "kernel_preset").select_option("Sobel")
    settle(page)
    assert "smaller kernel or more padding" in page.inner_text(".readout")
    control(page, "kernel_preset").select_option("[1, -1]")
    settle(page)
    assert numbers(page, "sum") == 0


def test_the_kernel_editor_shows_four_answers_and_the_sum(show):
    editor = explorers.kernel_editor(image="four small pictures")
    page = show(editor)
    control(page, "kernel:Sobel").click()
    page.get_by_label("kernel, row 1, column 1").fill("3")
    settle(page)
    kernel = np.array(SOBEL) + [[0, 0, 0], [0, 3, 0], [0, 0, 0]]
    for i, image in enumerate(editor._small.values()):
        np.testing.assert_allclose(numbers(page, f"response-{i}"), conv(image, kernel), atol=0.0051)
    assert numbers(page, "flat")[0, 1] == kernel.sum() == 3
    assert "add up to 3" in page.inner_text(".readout")
    assert python_side(page, editor).kernel == kernel.tolist()
    page.get_by_label("rows").fill("2")  # crops the kernel
    settle(page)
    assert page.evaluate("state.kernel") == kernel[:2].tolist()


PIXEL = """([name, row, col]) => {
  const canvas = document.querySelector(`figure.${name} canvas`);
  return [...canvas.getContext("2d").getImageData(col, row, 1, 1).data];
}"""


def test_the_photograph_and_its_response_lie_pixel_on_pixel(show):
    editor = explorers.kernel_editor("Sobel")
    page = show(editor)
    boxes = [page.locator(f"figure.{name} canvas").bounding_box() for name in ("image", "response")]
    assert (
        boxes[0]["width"] == boxes[1]["width"] == boxes[0]["height"] == boxes[1]["height"]
        and boxes[0]["width"] % 120 == 0
    )
    image, response = _pictures.unpacked(editor._photos["portrait"]), np.array(editor.output["portrait"])
    row, col = (int(at) for at in np.unravel_index(np.abs(response).argmax(), response.shape))
    assert page.evaluate(PIXEL, ["image", row, col]) == [*[round(255 * image[row, col])] * 3, 255]
    strongest = [84, 39, 136, 255] if response[row, col] > 0 else [179, 88, 6, 255]
    assert page.evaluate(PIXEL, ["response", row + 1, col + 1]) == strongest  # below the middle of its window
    assert page.evaluate(PIXEL, ["response", 0, 0])[3] == 0  # no window has its middle there


def test_pointing_at_the_photograph_shows_the_numbers_behind_it(show):
    editor = explorers.kernel_editor("Sobel", "house")
    page = show(editor)
    box = page.locator("figure.image canvas").bounding_box()
    scale = box["width"] / 48
    page.mouse.move(box["x"] + 20.5 * scale, box["y"] + 24.5 * scale)  # row 24, column 20
    image, response = images.shapes(48).numpy(), np.array(editor.output["house"])
    np.testing.assert_allclose(numbers(page, "window"), image[23:26, 19:22], atol=0.0051)
    np.testing.assert_allclose(numbers(page, "value"), response[23:24, 19:20], atol=0.0051)
    board = page.locator("[data-name=place]")
    board.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    np.testing.assert_allclose(numbers(page, "value"), response[22:23, 20:21], atol=0.0051)


@pytest.mark.parametrize("kernel", ["box blur", [[5, -1]], [[1, -1]]], ids=["box blur", "5 and -1", "1 and -1"])
def test_the_sentence_says_how_far_the_response_really_goes(show, kernel):
    editor = explorers.kernel_editor(kernel)
    output = np.array(editor.output["portrait"])
    words = page_words(show(editor))
    assert "±" not in words and f"from {shown(output.min())} to {shown(output.max())}" in words


def page_words(page):
    return page.inner_text(".readout")


def shown(value):
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace("-0", "0") if float(text) == 0 else text.replace("-", "−")


def test_a_picture_of_ones_own_is_read_in_the_browser_and_sent_nowhere(show, tmp_path):
    editor = explorers.kernel_editor([[1, -1]])
    page = show(editor)
    own = np.zeros((40, 80, 3), np.uint8)
    own[:, 40:] = (255, 0, 0)  # black and red: an edge of 0.299
    path = tmp_path / "own" / "picture.png"
    path.parent.mkdir()
    path.write_bytes(png(own))
    before, asked = page.evaluate("JSON.stringify(state)"), []
    page.on("request", lambda request: asked.append(request.url))
    control(page, "own").set_input_files(path)
    page.wait_for_function("document.querySelector('[data-name=image]').value === 'your own picture'")
    settle(page)
    assert "from −0.3 to 0" in page_words(page)
    assert page.locator("figure.image canvas").evaluate("canvas => [canvas.width, canvas.height]") == [80, 40]
    assert page.evaluate("JSON.stringify(state)") == before
    assert [url for url in asked if not url.startswith(("blob:", "data:"))] == []
    other = path.with_name("words.png")
    other.write_text("not a picture")
    control(page, "own").set_input_files(other)
    page.wait_for_function("document.querySelector('.readout').textContent.includes('cannot read this file')")
    control(page, "image").select_option("house")
    settle(page)
    assert page.locator("figure.image canvas").evaluate("canvas => canvas.width") == 48


@pytest.mark.parametrize("width", [340, 620, 1100])
@pytest.mark.parametrize("rows, columns", [(600, 150), (100, 900), (300, 300), (60, 5)])
def test_no_picture_of_ones_own_leaves_a_hole_above_it(show, tmp_path, width, rows, columns):
    page = show(explorers.kernel_editor([[1, -1]]))
    page.set_viewport_size({"width": width, "height": 900})
    path = tmp_path / "own.png"
    path.write_bytes(png(np.zeros((rows, columns, 3), np.uint8)))
    control(page, "own").set_input_files(path)
    page.wait_for_function("document.querySelector('[data-name=image]').value === 'your own picture'")
    settle(page)
    all_of_it, image, response, numbers = (
        page.locator(name).bounding_box()
        for name in (".twin", "figure.image canvas", "figure.response canvas", ".numbers")
    )
    assert image["y"] == response["y"], "image and response stand at the same height"
    assert image["y"] - all_of_it["y"] < 30, "a heading of one line is above them, no more"
    if numbers["y"] > all_of_it["y"] + 1:
        assert numbers["y"] < image["y"] + image["height"] + 80, "below them stands a legend, no more"


def test_four_small_pictures_take_the_place_of_the_large_ones(show):
    page = show(explorers.kernel_editor())
    assert page.locator("figure.image canvas").is_visible()
    control(page, "image").select_option("four small pictures")
    settle(page)
    assert (page.locator("figure.image canvas").is_visible(), page.locator(".four svg").is_visible()) == (False, True)
    control(page, "image").select_option("house")
    settle(page)
    assert (page.locator("figure.image canvas").is_visible(), page.locator(".four svg").is_visible()) == (True, False)


def encoded(kind, size=(80, 40), frames=1):
    """Return the bytes of a picture, black on the left and white on the right; later frames are all gray."""
    first = Image.new("L", size)
    first.paste(255, (size[0] // 2, 0, *size))
    rest = [Image.new("L", size, 128) for _ in range(frames - 1)]
    held = io.BytesIO()
    first.save(held, kind, **({"save_all": True, "append_images": rest} if rest else {}))
    return held.getvalue()


SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200">
<rect width="200" height="200"/><rect x="200" width="200" height="200" fill="#fff"/></svg>"""


@pytest.mark.parametrize(
    "name, content, size, said",
    [
        ("large.jpg", encoded("JPEG", (6000, 4000)), [120, 80], "The response goes from −"),
        ("wide.png", encoded("PNG", (4000, 2)), [120, 1], "The response goes from −"),
        ("dot.png", encoded("PNG", (1, 1)), [1, 1], "The kernel is larger than the picture"),
        ("drawing.svg", SVG, [120, 60], "The response goes from −"),
        ("animated.gif", encoded("GIF", frames=3), [80, 40], "from −1 to 0"),
        ("words.png", b"not a picture", None, "cannot read this file as a picture: words.png"),
        ("empty.jpg", b"", None, "cannot read this file as a picture: empty.jpg"),
        ("half.svg", SVG[:90], None, "cannot read this file as a picture: half.svg"),
        ("paper.pdf", b"%PDF-1.7", None, "cannot read this file as a picture: paper.pdf"),
    ],
)
def test_every_file_is_shown_or_refused_in_words(show, tmp_path, name, content, size, said):
    page = show(explorers.kernel_editor([[1, -1]]))
    path = tmp_path / "own" / name
    path.parent.mkdir()
    path.write_bytes(content)
    control(page, "own").set_input_files(path)
    page.wait_for_function(
        """([words, size]) => {
            const { width, height } = document.querySelector("figure.image canvas");
            return `${[width, height]}` === `${size}` && document.querySelector(".readout").textContent.includes(words);
        }""",
        arg=[said, size or [120, 120]],  # the portrait stays where the file is none
    )


def test_padding_and_stride_shows_size_leftovers_and_use(show):
    explorer = explorers.padding_and_stride(8, (3, 5), padding=(0, 1), stride=(3, 4))
    page = show(explorer)
    assert "= 2" in page.inner_text(".readout") and "The last 2 rows and 1 column are left over" in page.inner_text(
        ".readout"
    )
    assert (
        page.locator("[data-grid=output] [data-cell]").count()
        == 4
        == page.locator(".origin").get_attribute("d").count("M")
    )
    assert page.locator(".cross").get_attribute("d").count("M") == 2 * 10 + 6
    page.get_by_label("padding p, rows").fill("2")
    settle(page)
    image = torch.zeros(1, 1, 8, 8, requires_grad=True)
    output = F.conv2d(image, torch.ones(1, 1, 3, 5), stride=(3, 4), padding=(2, 1))
    output.sum().backward()
    np.testing.assert_array_equal(numbers(page, "usage"), image.grad[0, 0])
    assert python_side(page, explorer).output_size == list(output.shape[2:])
    assert explorer.usage == image.grad[0, 0].tolist()
    np.testing.assert_array_equal(numbers(page, "output"), explorer.output)
    page.get_by_label("dilation d, rows").fill("3")
    page.get_by_label("kernel k, rows").fill("5")
    settle(page)
    assert "covers 13 pixels" in page.inner_text(".readout")
    assert "does not fit" in page.locator(".picture").inner_text() and "none fits" in page.inner_text(".controls")
    assert control(page, "next").is_disabled() and control(page, "play").is_disabled()
    page.get_by_label("kernel k, rows").fill("3")
    settle(page)
    assert control(page, "next").is_enabled() and "1 of" in page.inner_text(".controls")


def test_training_shows_the_numbers_that_python_reads(show):
    training = explorers.training(steps=15)
    page = show(training)
    control(page, "rate").focus()
    page.keyboard.press("ArrowLeft")
    control(page, "bias").check()
    control(page, "step").focus()
    page.keyboard.press("End")
    settle(page)
    python_side(page, training)
    assert training.bias and training.rate != 0.03 and training.step == 15
    words = page.locator(".picture [data-value=weight]").text_content()
    read = [float(word.strip("[],").replace("−", "-")) for word in words.split() if word != "bias"]
    np.testing.assert_allclose(read, training.weight, rtol=0.06, atol=0.0051)  # 1.3e4 is printed with two digits


@pytest.mark.parametrize("bias", [False, True])
@pytest.mark.parametrize("zero_grad", [False, True])
def test_training_does_not_tell_the_largest_stable_rate(show, bias, zero_grad):
    limits = [2 / np.linalg.eigvalsh(_descent.hessian(bias=with_bias))[-1] for with_bias in (False, True)]
    training = explorers.training(bias=bias, zero_grad=zero_grad)
    page = show(training)
    for key in ("End", "Home"):  # of the slider for the rate, too large and too small
        control(page, "rate").focus()
        page.keyboard.press(key)
        settle(page)
        words = page.inner_text(".explorer") + page.locator(".picture > svg").get_attribute("aria-label")
        words += python_side(page, training).still()
        found = [float(word) for word in re.findall(r"\d+\.?\d*(?:e-?\d+)?", words.replace("−", "-"))]
        for limit in limits:
            assert [number for number in found if abs(number - limit) < 0.0005 or abs(number - 2 / limit) < 0.5] == []


def test_the_network_follows_the_drawn_bar_by_mouse_and_keyboard(show):
    network = explorers.network(image=np.zeros((12, 12)))
    page = show(network)
    assert "Nothing is drawn" in page_words(page)
    box = page.locator("[data-grid=picture] [data-cell='2,3']").bounding_box()
    x, y, size = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, box["width"]
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(x, y + step * size)  # drags down: a vertical bar
    page.mouse.up()
    settle(page)
    drawn = np.zeros((12, 12))
    drawn[2:8, 3] = 1
    assert page.evaluate("state.image") == drawn.tolist()
    assert "vertical" in page_words(page) and python_side(page, network).answer == "vertical"
    found = [page.locator(f"[data-value=found-{k}]").text_content() for k in range(4)]
    assert [float(words.removeprefix("max ")) for words in found] == pytest.approx(network.found, abs=0.0051)
    control(page, "move-right").click()
    control(page, "move-right").focus()
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("state.image") == np.roll(drawn, 2, 1).tolist()
    assert [page.locator(f"[data-value=found-{k}]").text_content() for k in range(4)] == found  # the maxima stay
    page.locator("[data-name=board]").focus()
    for key in ["ArrowUp"] * 12 + ["ArrowLeft"] * 12 + ["Space"]:
        page.keyboard.press(key)
    settle(page)
    assert page.evaluate("state.image[0][0]") == 1
    for name in bars.DIRECTIONS:
        control(page, name).click()
        settle(page)
        assert python_side(page, network).answer == name and name in page_words(page)


def test_a_click_trains_another_network(show):
    network = explorers.network()
    page = show(network)
    control(page, "train").click()
    settle(page)
    assert control(page, "train").inner_text() == "Training …"
    assert not control(page, "back").is_visible(), "there is nothing to go back from"
    stored = network.weight
    python_side(page, network)  # what the kernel does when it hears of the click
    assert network.trained == 1 and network.weight != stored
    page.evaluate("([w, n]) => { model.set('weight', w); model.set('trained', n); }", [network.weight, 1])
    settle(page)
    assert control(page, "train").inner_text() == "Train a new one"
    control(page, "back").click()
    settle(page)
    assert python_side(page, network).weight == stored, "there is a way back"
    assert not control(page, "back").is_visible()


def test_the_channel_mixer_adds_one_channel_at_a_time(show):
    mixer = explorers.channel_mixer()
    page = show(mixer)
    np.testing.assert_array_equal(numbers(page, "sum-0"), [[19, 25], [37, 43]])
    assert numbers(page, "sum-1").size == 0
    control(page, "next").click()
    settle(page)
    np.testing.assert_array_equal(numbers(page, "sum-1"), [[56, 72], [104, 120]])
    control(page, "out_channel").fill("1")
    page.get_by_label("kernel for input channel 1, row 0, column 0").fill("7")
    settle(page)
    python_side(page, mixer)
    weight = torch.tensor(mixer.weight)[:3, :2]
    expected = F.conv2d(torch.tensor(mixer.image)[None, :2], weight)[0]
    assert weight[1, 1, 0, 0] == 7
    np.testing.assert_allclose(numbers(page, "sum-1"), expected[1])
    np.testing.assert_allclose(mixer.output, expected)


def test_one_by_one_kernels_are_a_matrix_at_every_pixel(show):
    mixer = explorers.channel_mixer(channels_in=3, step=0)
    page = show(mixer)
    control(page, "weight_preset").select_option("1 × 1")
    page.locator("[data-grid=input-0] [data-cell='1,2']").click()
    settle(page)
    matrix, image = np.array(mixer._weights["1 × 1"])[:3, :3, 0, 0], np.array(mixer.image)
    np.testing.assert_array_equal(numbers(page, "result")[:, 0], matrix @ image[:3, 1, 2])
    np.testing.assert_array_equal(python_side(page, mixer).output, np.tensordot(matrix, image[:3], 1))


@pytest.mark.parametrize("form", ["toeplitz", "unfold"])
def test_the_matrix_view_prints_a_product_that_is_true(show, form):
    view = explorers.matrix_view("counting 3 × 4", [[0, -1], [2.5, 3]], step=4)
    page = show(view)
    control(page, "form").select_option(form)
    settle(page)
    matrix = numbers(page, "matrix")
    result = numbers(page, "result").ravel()
    factor = numbers(page, "vector" if form == "toeplitz" else "weights").ravel()
    np.testing.assert_allclose(matrix @ factor if form == "toeplitz" else factor @ matrix, result)
    np.testing.assert_allclose(result, conv(view.image, view.kernel).ravel())
    np.testing.assert_allclose(python_side(page, view).matrix, matrix)


@EVERY
def test_the_keyboard_alone_reaches_every_control_and_leaves_again(show, name):
    page = show(getattr(explorers, name)())
    controls = page.locator(".explorer :is(input, select, button, [tabindex='0']):visible")
    expected = controls.evaluate_all("all => all.map((one) => one.dataset.name)")
    assert len(expected) >= 4 and len(set(expected)) == len(expected)
    reached = []
    for _ in range(len(expected) + 1):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.name"))
    assert reached == [*expected, None]


ROLES = {"button", "checkbox", "combobox", "image", "img", "slider", "spinbutton"}


@EVERY
def test_a_screen_reader_hears_a_name_for_everything(show, name):
    page = show(getattr(explorers, name)())
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    named = [
        (node["role"]["value"], node["name"]["value"])
        for node in nodes
        if not node["ignored"] and node["role"]["value"] in ROLES
    ]
    shown = page.locator(".explorer :is(input, select, button, [role=img]):visible").count()
    assert len(named) == shown
    assert all(words.strip() for _, words in named), named
    assert len(set(named)) == len(named), named
    pictures = [words for role, words in named if role in ("image", "img")]
    assert all(words.endswith(".") for words in pictures) and len(" ".join(pictures).split()) > 12
    assert page.locator(".readout").get_attribute("aria-live") == "polite"


@EVERY
def test_no_key_escapes_to_jupyterlab(show, name):
    page = show(getattr(explorers, name)())
    for one in page.locator(".explorer :is(input, select, button):visible").all()[:8]:
        one.focus()
        page.keyboard.press("m")
        page.keyboard.press("ArrowDown")
    assert page.evaluate("window.escaped") == 0
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("m")
    assert page.evaluate("window.escaped") == 1  # the counter does count


@EVERY
def test_it_stays_light_in_the_dark_and_the_picture_stays_near_its_controls(show, name):
    page = show(getattr(explorers, name)(), color_scheme="dark")
    root = page.locator(".explorer")
    style = root.evaluate("(el) => [getComputedStyle(el).backgroundColor, getComputedStyle(el).colorScheme]")
    assert style == ["rgb(255, 255, 255)", "light"]
    field = root.locator(":is(input, button)").first.evaluate("(el) => getComputedStyle(el).backgroundColor")
    assert field in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert root.locator(".picture").bounding_box()["y"] - root.bounding_box()["y"] < 170
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_button_that_cannot_be_pressed_can_be_read(show):
    """Oracle: the contrast of WCAG 2, 4.5 to 1, between its text and what is behind it."""
    page = show(explorers.padding_and_stride(4, 3, padding=0))
    page.get_by_label("kernel k, rows").fill("5")
    settle(page)
    assert control(page, "next").is_disabled()
    look = "(el) => ['color', 'backgroundColor'].map((name) => getComputedStyle(el)[name].match(/\\d+/g).map(Number))"
    ink, ground = (np.array(colour) / 255 for colour in control(page, "next").evaluate(look))
    assert contrast(ink, ground) >= 4.5


def contrast(one, other):
    light = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (_linear(one), _linear(other))]
    return (max(light) + 0.05) / (min(light) + 0.05)


def _linear(colour):
    return np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)


def test_window_is_solid_blue_output_dashed_orange_and_zero_white(show):
    page = show(explorers.window_stepper(show_all=True))
    look = "(el) => ['stroke', 'stroke-dasharray', 'stroke-width'].map((name) => el.getAttribute(name))"
    assert page.locator(".window").first.evaluate(look) == ["#0072B2", None, "4"]
    assert page.locator(".output").last.evaluate(look) == ["#D55E00", "6 3", "3.5"]
    fill = "(el) => el.getAttribute('fill')"
    zero, plus, minus = (page.locator(f"[data-grid=output] [data-cell='0,{col}']").evaluate(fill) for col in (0, 1, 5))
    assert zero == "rgb(255,255,255)" and plus == "rgb(84,39,136)" and minus == "rgb(179,88,6)"


def test_play_is_paused_at_first_moves_and_pauses(show):
    page = show(explorers.window_stepper())
    play = control(page, "play")
    page.wait_for_timeout(900)
    assert page.evaluate("state.step") == 0 and play.inner_text() == "Play"
    play.click()
    assert page.locator(".readout").get_attribute("aria-live") == "off"
    page.wait_for_function("state.step >= 2", timeout=10_000)
    play.click()
    step = page.evaluate("state.step")
    page.wait_for_timeout(900)
    assert page.evaluate("state.step") == step and play.inner_text() == "Play"


def test_play_is_not_offered_to_people_who_ask_for_reduced_motion(show):
    play = control(show(explorers.window_stepper(), reduced_motion="reduce"), "play")
    assert play.is_disabled() and "reduced motion" in play.get_attribute("title")


def test_two_views_and_python_stay_together(show):
    page = show(explorers.window_stepper(show_all=True))
    page.evaluate("window.again()")
    page.locator("#second [data-name=next]").click()
    page.evaluate("model.set('kernel', [[2, -2]])")  # as Python would
    settle(page)
    assert numbers(page.locator("#first"), "sum") == numbers(page.locator("#second"), "sum") == 2
    assert page.locator("#first").get_by_label("kernel, row 0, column 0").input_value() == "2"


def test_a_closed_view_stops_playing(show):
    page = show(explorers.window_stepper())
    control(page, "play").click()
    page.evaluate("window.stop()")
    page.wait_for_timeout(900)
    assert page.evaluate("state.step") == 0


OVERLAPS = """(svg) => {
  const boxes = [...svg.querySelectorAll("text")].map((one) => [one.textContent, one.getBoundingClientRect()]);
  const { left, right } = svg.closest(".picture").getBoundingClientRect(); // what is beyond is cut off
  const out = boxes.filter(([, box]) => box.left < left - 1 || box.right > right + 1).map(([words]) => words);
  const titles = [...svg.querySelectorAll(".title")].map((one) => [one.textContent, one.getBoundingClientRect()]);
  for (const [one, a] of titles)
    for (const [other, b] of titles)
      if (a.left < b.left && a.right > b.left && a.top < b.bottom && b.top < a.bottom) out.push(`${one} | ${other}`);
  for (const frame of svg.querySelectorAll("svg"))
    if (getComputedStyle(frame).overflow !== "hidden") out.push("a map leaves its frame");
  return out;
}"""


@pytest.mark.parametrize("width", [620, 1060])
@pytest.mark.parametrize(
    "name, settings",
    [
        ("padding_and_stride", {"size": (12, 10), "kernel_size": (3, 2), "padding": (3, 0), "dilation": (3, 2)}),
        ("padding_and_stride", {"size": (4, 4), "kernel_size": 2, "padding": 1}),
        ("training", {"rate": 0.0363, "bias": True, "step": 10}),
        ("training", {"rate": 0.1, "bias": True, "step": 10, "zero_grad": False}),
        ("channel_mixer", {"channels_in": 4, "channels_out": 4}),
        ("matrix_view", {"image": "counting 4 × 4"}),
        ("network", {"image": "rising"}),
    ],
)
def test_titles_and_numbers_stand_clear_of_each_other(show, width, name, settings):
    page = show(getattr(explorers, name)(**settings))
    page.set_viewport_size({"width": width, "height": 900})
    settle(page)
    settle(page)
    assert page.locator(".picture svg").first.evaluate(OVERLAPS) == []
