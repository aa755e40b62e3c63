"""Does an explorer of a lesson, at any setting that its controls offer, show the answer of a task still to come?

Read is what a person reads: grids of numbers, ready-made kernels, the picture's sentence, the read-out.  Weights and
pixels that one types are one's own work, and so are sizes: the padding explorer gives the size of any output, as
`nn.Conv2d` does, and the tasks of notebook 4 ask for them on paper.
"""

import ast

import nbformat
import pytest

from course import explorers
from grader.places import ROOT
from grader.tasks import COURSE
from tests.notebooks.test_graded_values import GIVEN, cells_of, flat, graded, names_of, rare, told

pytestmark = pytest.mark.browser

# the selects in all combinations; every box, switch, slider and button alone, as the explorer opens
WALK = """async () => {
  const root = document.querySelector(".explorer");
  const texts = new Map();
  const read = (setting) => {
    const grids = [...root.querySelectorAll("[data-grid]")].map((grid) => {
      const rows = [];
      for (const cell of grid.querySelectorAll("[data-value]")) {
        const [r, c] = cell.dataset.value.split(",").map(Number);
        (rows[r] ??= [])[c] = cell.textContent;
      }
      return `[${rows.map((row) => `[${row.join(", ")}]`).join(", ")}]`;
    });
    const weights = [];
    for (const input of root.querySelectorAll("input[data-name^='kernel[']")) {
      const [r, c] = input.dataset.name.match(/\\d+/g).map(Number);
      (weights[r] ??= [])[c] = input.value;
    }
    grids.push(`[${weights.map((row) => `[${row.join(", ")}]`).join(", ")}]`);
    const named = [...root.querySelectorAll("[role=img]")].map((one) => one.getAttribute("aria-label"));
    const text = [...grids, ...named, root.querySelector(".readout").innerText].join("\\n");
    if (!texts.has(text)) texts.set(text, setting);
  };
  const set = async (input, value) => {
    if (input.type === "checkbox") input.checked = value;
    else input.value = value;
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
    await new Promise((done) => setTimeout(done));
  };
  const values = (input) => {
    if (input.tagName === "SELECT") return [...input.options].filter((o) => !o.disabled).map((o) => o.value);
    if (input.type === "checkbox") return [true, false];
    const [low, high] = [Number(input.min), Number(input.max)];
    const step = Math.max(Number(input.step) || 1, (high - low) / 24);
    return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step);
  };
  const find = (kinds) => [...root.querySelectorAll(kinds)].filter((input) => !input.closest(".kernel"));
  const alone = async (setting) => {
    for (const input of find("input[type=number][data-name], input[type=range], input[type=checkbox]")) {
      const before = input.type === "checkbox" ? input.checked : input.value;
      for (const value of values(input)) {
        await set(input, value);
        read(`${setting} ${input.dataset.name}=${value}`);
      }
      await set(input, before);
    }
    for (const button of root.querySelectorAll("button")) {
      if (/Play|Pause|Train/.test(button.textContent)) continue; // these go on by themselves
      button.click();
      await new Promise((done) => setTimeout(done));
      read(`${setting} ${button.textContent}`);
    }
  };
  read("as it opens");
  const selects = find("select");
  const all = async (setting, [first, ...rest]) => {
    if (!first) return;
    for (const value of values(first)) {
      await set(first, value);
      read(`${setting} ${value}`);
      await all(`${setting} ${value}`, rest);
    }
  };
  await alone("");
  const opened = selects.map((input) => input.value);
  await all("", selects);
  for (const [i, input] of selects.entries()) if (opened[i]) await set(input, opened[i]); // "your own" is no choice
  return [...texts].map(([text, setting]) => [setting.trim(), text]);
}"""


def in_lessons():
    """Return [(assignment, call)] of every explorer that a lesson opens."""
    found = []
    for assignment in COURSE.names:
        nb = nbformat.read(ROOT / "release" / assignment / COURSE.assignment(assignment).notebook, as_version=4)
        calls = [ast.parse(c.source).body[-1] for c in nb.cells if c.cell_type == "code" and "explorers." in c.source]
        texts = [ast.unparse(call) for call in calls if isinstance(call, ast.Expr)]
        found += [(assignment, text) for text in texts if text.startswith("explorers.")]
    return found


@pytest.fixture(scope="module")
def entries():
    """Return {assignment: {task and entry: graded value}}, of those that an ordinary number does not tell."""
    found = {}
    for assignment in COURSE.names:
        solved = names_of(cells_of("source", assignment))
        tasks = [task for task in COURSE.assignment(assignment).tasks.values() if task.kind == "value"]
        found[assignment] = {
            f"{task.name} {entry}".strip(): value
            for task in tasks
            if task.name not in GIVEN
            for entry, value in graded(task, solved).items()
            if rare(value) or len(flat(value)) >= 4
        }
    return found


def still_to_come(entries, assignment):
    """Return the graded values of this assignment and of all later ones."""
    later = list(COURSE.names)[list(COURSE.names).index(assignment) :]
    return {name: value for one in later for name, value in entries[one].items()}


@pytest.mark.parametrize("assignment, call", in_lessons())
def test_no_setting_shows_an_answer_still_to_come(show, entries, assignment, call):
    page = show(eval(call, {"explorers": explorers}))  # noqa: S307 - our own notebooks
    read = page.evaluate(WALK)
    assert len(read) > 3, "it was walked through"
    found = told(read, still_to_come(entries, assignment))
    assert found == []


@pytest.mark.parametrize(
    "call, name",
    [
        ("explorers.window_stepper()", "sobel_x"),  # it offers every kernel
        ("explorers.window_stepper()", "antidiagonal_edge"),
        ("explorers.window_stepper([[1, 1, 0, 1, 0, 0, 1, 1]] * 8, kernels=['identity'])", "two_stripes"),
        ("explorers.matrix_view()", "predicted_outputs counting"),
    ],
)
def test_an_answer_at_some_setting_is_found(show, entries, call, name):
    page = show(eval(call, {"explorers": explorers}))  # noqa: S307
    assert name in {name for _, name in told(page.evaluate(WALK), still_to_come(entries, "1-cross-correlation"))}
