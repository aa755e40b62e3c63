"""Is nothing taken over from a fork that a notebook may not hold, or more than it may?"""

import contextlib
import json
import random
import tracemalloc

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from grader.sandbox.outputs import CONTAINER, MOST_OUTPUTS, MOST_WIDGETS, PART, Outputs, TooMuch, size_of, weight_of


def taken(*messages, most=1_000_000, together=1_000_000):
    """Return (cell, what was dropped) after these messages for the first of two cells."""
    nb = new_notebook(cells=[new_code_cell("first"), new_code_cell("second")])
    outputs = Outputs(nb, most, together)
    outputs.begin(0, 1)
    for message in messages:
        outputs.take({"cell": 0} | message, 0)
    nb.metadata["widgets"] = outputs.widget_states()
    nbformat.validate(nb)
    json.loads(nbformat.writes(nb).encode("utf-8"), parse_constant=pytest.fail)
    return nb, list(outputs.dropped.get(0, ()))


TEXT = {"kind": "stream", "name": "stdout", "text": "x"}
SHOWN = {"kind": "display_data", "data": {"text/plain": "x"}, "metadata": {}}
UNFIT = "sent outputs that no notebook can hold: left out"


@pytest.mark.parametrize(
    "case, message, kept",
    [
        ("text", TEXT, 1),
        ("a picture", SHOWN | {"data": {"image/png": "AAAA"}}, 1),
        ("JSON", SHOWN | {"data": {"application/json": {"a": [1]}, "text/plain": "x"}}, 1),
        ("lines", SHOWN | {"data": {"text/plain": ["a\n", "b"]}}, 1),
        ("an error", {"kind": "error", "ename": "E", "evalue": "", "traceback": ["x"]}, 1),
        ("a result with a strange count", SHOWN | {"kind": "execute_result", "execution_count": "9"}, 1),
        ("data that is text", SHOWN | {"data": "x"}, 0),
        ("text that is an object", SHOWN | {"data": {"text/plain": {}}}, 0),
        ("no metadata", {"kind": "display_data", "data": {}}, 0),
        ("another stream", TEXT | {"name": "stdlog"}, 0),
        ("a number as text", TEXT | {"text": 3}, 0),
        ("an unknown kind", {"kind": "score"}, 0),
        ("a kind that is no text", {"kind": ["stream"]}, 0),
        ("no kind", {}, 0),
        ("an endless mime type", SHOWN | {"data": {"x" * 2_000: "x"}}, 0),
        ("a traceback of numbers", {"kind": "error", "ename": "E", "evalue": "", "traceback": [1]}, 0),
    ],
)
def test_what_no_notebook_can_hold_is_left_out(case, message, kept):
    nb, dropped = taken(message)
    assert (len(nb.cells[0].outputs), dropped) == (kept, [] if kept else [UNFIT]), case


@pytest.mark.parametrize("cell", [1, 7, -1, None, "0", True, 0.0])
def test_what_belongs_to_no_cell_that_ran_is_not_kept_but_counts(cell):
    nb, _ = taken(TEXT | {"cell": cell})
    assert [len(c.outputs) for c in nb.cells] == [0, 0]
    with pytest.raises(TooMuch) as too_much:
        taken(*[TEXT | {"cell": cell}] * 11, most=10)
    assert too_much.value.cell == 0


ENDLESS = {"a": [float("nan"), {"b": float("inf")}, -float("inf"), 1.5]}


def test_numbers_that_json_does_not_have_become_what_an_ordinary_kernel_makes_of_them():
    """Source: `jupyter_client.jsonutil.json_clean`; a file with them in it is no notebook."""
    from jupyter_client.jsonutil import json_clean

    nb, _ = taken(
        SHOWN | {"data": {"application/json": ENDLESS}, "metadata": ENDLESS}, widget(ENDLESS | {"_model_name": "M"})
    )
    (states,) = nb.metadata["widgets"].values()
    (output,) = nb.cells[0].outputs
    found = [output.data["application/json"], output.metadata, {"a": states["state"]["w"]["state"]["a"]}]
    assert found == [json_clean(ENDLESS)] * 3


def test_outputs_are_bounded_in_number():
    nb, dropped = taken(*[SHOWN] * (MOST_OUTPUTS + 5))
    assert len(nb.cells[0].outputs) == MOST_OUTPUTS
    assert dropped == [f"made more than {MOST_OUTPUTS} outputs: the rest was left out"]
    nb, dropped = taken(*[TEXT, TEXT | {"name": "stderr"}] * MOST_OUTPUTS)
    assert len(nb.cells[0].outputs) == MOST_OUTPUTS and dropped
    nb, dropped = taken(*[SHOWN, {"kind": "clear_output", "wait": True}] * (MOST_OUTPUTS + 5))
    assert len(nb.cells[0].outputs) == 1 and not dropped


def test_outputs_are_bounded_in_characters():
    with pytest.raises(TooMuch) as too_much:
        taken(*[TEXT | {"text": "x" * 6}] * 2, most=10)
    assert "it printed or displayed more than" in too_much.value.reason
    nb, dropped = taken(*[TEXT | {"text": "x" * 6}] * 3, together=10)
    assert nb.cells[0].outputs[0].text == "x" * 6 and "the notebook shows more than 10 characters" in dropped[0]


def test_an_update_changes_what_is_shown_under_its_name_and_nothing_else():
    new = {"kind": "update_display_data", "display_id": "a", "data": {"text/plain": "new"}, "metadata": {}}
    nb, _ = taken(SHOWN | {"display_id": "a"}, SHOWN | {"display_id": "b"}, new)
    assert [output.data["text/plain"] for output in nb.cells[0].outputs] == ["new", "x"]
    nb, dropped = taken(SHOWN | {"display_id": "a"}, new | {"display_id": None})
    assert nb.cells[0].outputs[0].data["text/plain"] == "x" and dropped == [UNFIT]


def test_no_form_of_message_stops_it():
    """Ten thousand messages whose fields are anything; what is kept is valid (`taken` checks that)."""
    draw = random.Random(0)
    things = [None, True, 0, -1, 1.5, "", "x", "0", [], ["x"], [[]], {}, {"a": 1}, {"text/plain": "x"}, {"path": ["a"]}]
    things += [float("nan"), {"n": [float("inf")]}]
    things += [
        {"state": {"_model_name": "OutputModel", "msg_id": "0"}},
        {"state": {"a": 1}},
        [{"path": ["a"], "data": "x"}],
    ]
    fitting = {"cell": 0, "name": "stdout", "text": "x", "data": things[-3], "metadata": {}, "display_id": "a"}
    fitting |= {"comm_id": "w", "buffers": things[-1], "wait": False, "ename": "E", "evalue": "", "traceback": ["x"]}
    kinds = ["stream", "display_data", "execute_result", "error", "update_display_data", "clear_output", "comm_open"]
    messages = [
        {"kind": draw.choice([*kinds, *things])}
        | {key: value if draw.random() < 0.7 else draw.choice(things) for key, value in fitting.items()}
        for _ in range(10_000)
    ]
    nb, dropped = taken(*messages, together=10**7)
    assert nb.metadata["widgets"] and dropped == [UNFIT]


def widget(state, comm_id="w", **more):
    return {"kind": "comm_open", "comm_id": comm_id, "data": {"state": state}} | more


def test_widgets_keep_their_state():
    nb, _ = taken(widget({"_model_name": "M", "value": 1}), widget({"value": 2}, kind="comm_msg"))
    (states,) = nb.metadata["widgets"].values()
    assert states["state"]["w"]["state"] == {"_model_name": "M", "value": 2}


@pytest.mark.parametrize(
    "case, message",
    [
        ("no name", widget({}, comm_id=3)),
        ("no data", widget({}) | {"data": 3}),
        ("buffers that are none", widget({"_model_name": "M"}) | {"buffers": [{"path": 3, "data": 4}]}),
    ],
)
def test_forged_widgets_are_left_out(case, message):
    assert taken(message)[1] == [UNFIT], case


def test_an_output_widget_takes_in_what_its_cell_shows():
    taker = {"_model_name": "OutputModel"}
    nb, _ = taken(widget(taker | {"msg_id": "0"}), TEXT, SHOWN, widget({"msg_id": ""}, kind="comm_msg"), TEXT)
    (states,) = nb.metadata["widgets"].values()
    assert len(states["state"]["w"]["state"]["outputs"]) == 2 and len(nb.cells[0].outputs) == 1
    for request in ("9" * 5_000, "-1", "1", None, 0, ["0"]):
        nb, _ = taken(widget(taker | {"msg_id": request}), TEXT)
        assert len(nb.cells[0].outputs) == 1, request


def test_sizes_are_what_is_shown():
    assert size_of({"data": {"text/plain": "x" * 100}}) >= 100
    assert size_of(["ab", 1, None]) == 10
    assert weight_of({"data": ["ab", 1, None], "text": "four"}) == CONTAINER + PART + 2 + 8 + 8 + 4


def test_a_bar_that_moves_very_often_costs_its_cell_nothing():
    move = widget({"value": 1}, kind="comm_msg") | {"buffers": []}
    nb, dropped = taken(*[move] * 50_000, TEXT, most=2_000_000, together=20_000_000)
    assert (len(nb.cells[0].outputs), dropped) == (1, [])


DATA = {"kind": "display_data", "metadata": {}}
UPDATE = {"kind": "comm_msg", "comm_id": "w"}


def parts(make):
    """Return 20,000 small parts in a list."""
    return [make(number) for number in range(3_000)]


@pytest.mark.parametrize(
    "case, message",
    [
        ("empty lists", lambda n: DATA | {"data": {"application/json": parts(lambda _: [])}}),
        ("empty objects", lambda n: DATA | {"data": {"application/json": parts(lambda _: {})}}),
        ("empty texts", lambda n: DATA | {"data": {"application/json": parts(lambda _: "")}}),
        ("short texts", lambda n: DATA | {"data": {"application/json": parts(str)}}),
        ("nothing", lambda n: DATA | {"data": {"application/json": parts(lambda _: None)}}),
        ("truths", lambda n: DATA | {"data": {"application/json": parts(lambda _: True)}}),
        ("lists in metadata", lambda n: DATA | {"data": {}, "metadata": {"a": parts(lambda _: [])}}),
        ("short keys", lambda n: DATA | {"data": {"application/json": {hex(i): None for i in range(3_000)}}}),
        ("names of a state", lambda n: widget({f"{n} {i}": None for i in range(3_000)})),
        ("lists in a state", lambda n: widget({str(n): parts(lambda _: [])})),
        ("lists in a traceback", lambda n: {"kind": "error", "ename": "", "evalue": "", "traceback": [""] * 3_000}),
        ("binary parts", lambda n: widget({}) | {"buffers": [{"path": [n, i], "data": ""} for i in range(1_000)]}),
    ],
)
def test_what_is_kept_takes_little_memory_however_small_its_parts(case, message):
    """Two cells show without end: what the grader keeps of it stays small."""
    nb = new_notebook(cells=[new_code_cell() for _ in range(2)])
    most = 200_000  # characters, all cells together
    outputs = Outputs(nb, most, most)
    tracemalloc.start()
    try:
        for cell in range(2):
            outputs.begin(cell, 1)
            with contextlib.suppress(TooMuch):
                for number in range(10):
                    made = message(f"{cell} {number}")
                    for each in json.loads(json.dumps(made if isinstance(made, list) else [made])):
                        outputs.take({"cell": cell} | each, cell)
        del made, each
        outputs.widget_states()
        assert tracemalloc.get_traced_memory()[0] < 8 * most, case  # bytes
    finally:
        tracemalloc.stop()


def test_widgets_and_their_binary_parts_are_bounded_in_number():
    nb, dropped = taken(*[widget({}, comm_id=str(n)) for n in range(MOST_WIDGETS + 5)], most=10**8, together=10**8)
    assert dropped == ["made more than 10,000 widgets: the rest was left out"]
    many = [{"path": [n], "data": ""} for n in range(MOST_WIDGETS + 5)]
    nb, dropped = taken(widget({"_model_name": "M"}) | {"buffers": many}, most=10**8, together=10**8)
    assert dropped == ["sent more than 10,000 binary parts of widgets: the rest was left out"]
    (states,) = nb.metadata["widgets"].values()
    assert len(states["state"]["w"]["buffers"]) == MOST_WIDGETS
