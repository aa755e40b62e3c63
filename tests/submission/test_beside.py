"""Does what was handed in with a notebook lie beside it while it is graded, within bounds, each file in its place?"""

import io
import zipfile

import nbformat
import pytest

from grader.submission import staging
from grader.submission.pattern import released
from grader.tasks import COURSE

ASSIGNMENT, NOTEBOOK = "1-cross-correlation", "cross-correlation.ipynb"
NB = nbformat.writes(released(ASSIGNMENT)).encode()
HER_OWN = NB.replace(b"YOUR ANSWER HERE", b"A view of a leaf.")
SAID = "was handed in beside the notebook: it cannot shadow an installed module"


def archive(**files):
    """Return a zip of {name: content}; `_` is a dot, `__` a slash."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return packed.getvalue()


MORE = archive(data_csv=b"1")


@pytest.mark.parametrize(
    "case, handed_in, beside, said",
    [
        ("a file of data", {NOTEBOOK: NB, "data.csv": b"1"}, {"data.csv": b"1"}, [f"data.csv {SAID}"]),
        ("in a folder", {NOTEBOOK: NB, "in/data.csv": b"1"}, {"in/data.csv": b"1"}, [f"in/data.csv {SAID}"]),
        ("as large as allowed", {NOTEBOOK: NB, "a": b"1" * 400}, {"a": b"1" * 400}, [f"a {SAID}"]),
        ("too large", {NOTEBOOK: NB, "a": b"1" * 401, "b": b"2"}, {"b": b"2"}, ["a is larger than 0 MB: left out"]),
        (
            "too much in all",
            {NOTEBOOK: NB, "a": b"1" * 400, "b": b"2" * 400, "c": b"3" * 400, "d": b"4" * 200},
            {"a": b"1" * 400, "b": b"2" * 400, "d": b"4" * 200},
            ["more than 0 MB were handed in beside the notebook: c was left out"],
        ),
        ("another notebook is no file", {NOTEBOOK: HER_OWN, "draft.ipynb": NB}, {}, ["draft.ipynb"]),
        ("JupyterLab's copies", {NOTEBOOK: NB, ".ipynb_checkpoints/notes.txt": b"1"}, {}, []),
        ("a stamp of another folder", {NOTEBOOK: NB, "old/timestamp.txt": b"2026-11-01 10:00:00 UTC"}, {}, []),
        (
            "a stamp is not data, and gets nbgrader's form",
            {NOTEBOOK: NB, "timestamp.txt": b"2026-11-01 10:00:00.25 UTC\n"},
            {"timestamp.txt": b"2026-11-01 10:00:00.250000 UTC"},
            [],
        ),
        (
            "what nbgrader wrote is told nobody",
            {NOTEBOOK: NB, "submission_secret.txt": b"x"},
            {"submission_secret.txt": b"x"},
            [],
        ),
        (
            "of the notebook's folder, before others",
            {f"work/{NOTEBOOK}": NB, "work/data.csv": b"hers", "data.csv": b"other"},
            {"data.csv": b"hers"},
            [f"work/data.csv {SAID}"],
        ),
        (
            "packed with the notebook",
            {"all.zip": archive(cross__data_csv=b"1", **{"cross__cross-correlation_ipynb": NB})},
            {"data.csv": b"1"},
            ["all.zip"],
        ),
        ("packed beside it", {NOTEBOOK: NB, "more.zip": MORE}, {"more.zip": MORE}, [f"more.zip {SAID}"]),
        (
            "of an archive elsewhere, nothing is unpacked",
            {f"work/{NOTEBOOK}": NB, "more.zip": archive(data_csv=b"1" * 300)},
            {},
            ["more.zip is larger than 0 MB: left out"],
        ),
        (
            "a file where a folder is",
            {f"work/{NOTEBOOK}": NB, "work/a/b": b"1", "a": b"2"},
            {"a/b": b"1"},
            ["a has the name of a folder: left out"],
        ),
        (
            "a folder where a file is",
            {f"work/{NOTEBOOK}": NB, "work/a": b"1", "a/b": b"2"},
            {"a": b"1"},
            [f"work/a {SAID}"],
        ),
        (
            "thirty folders in one another",
            {NOTEBOOK: NB, "0": b"0"} | {"/".join([f"{n}", *"d" * 9, "a"]): b"1" for n in range(1, 4)},
            {"0": b"0"} | {"/".join([f"{n}", *"d" * 9, "a"]): b"1" for n in range(1, 3)},
            [f"0 {SAID}", "more than 30 files and folders lie beside the notebook: the rest was left out"],
        ),
        ("a folder of the notebook's name", {"x.ipynb": HER_OWN, f"{NOTEBOOK}/a": b"1"}, {}, ["x.ipynb was graded as"]),
    ],
)
def test_what_lies_beside_the_notebook(tmp_path, monkeypatch, case, handed_in, beside, said):
    monkeypatch.setattr(staging, "LARGEST_EXTRA_FILE", 400)
    monkeypatch.setattr(staging, "MOST_EXTRA", 1000)
    monkeypatch.setattr(staging, "MOST_ENTRIES", 30)
    place = tmp_path / "submitted" / "s001" / ASSIGNMENT
    for name, content in handed_in.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    target = tmp_path / "staged"
    staged = staging.stage(tmp_path, COURSE.assignment(ASSIGNMENT), "s001", target)
    found = {str(path.relative_to(target)): path.read_bytes() for path in target.rglob("*") if path.is_file()}
    assert found == {NOTEBOOK: b"", **beside}, (case, staged.oddities)
    assert [words for words in said if not any(words in line for line in staged.oddities)] == [], staged.oddities
    assert bool(staged.oddities) == bool(said), staged.oddities


def test_a_stamp_that_is_no_stamp_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(staging, "LARGEST_NOTEBOOK", 20)
    place = tmp_path / "submitted" / "s001" / ASSIGNMENT
    place.mkdir(parents=True)
    (place / NOTEBOOK).write_bytes(NB)
    (place / "timestamp.txt").write_bytes(b"2026-11-01 10:00:00 UTC")
    staged = staging.stage(tmp_path, COURSE.assignment(ASSIGNMENT), "s001", tmp_path / "staged")
    assert staged.handed_in is None and len(staged.oddities) == 1 and "cannot be read" in staged.oddities[0]


def test_what_was_odd_is_text_for_a_terminal(tmp_path):
    place = tmp_path / "submitted" / "s001" / ASSIGNMENT
    place.mkdir(parents=True)
    (place / NOTEBOOK).write_bytes(NB)
    (place / "a\x1b[2Jb.csv").write_bytes(b"1")
    staged = staging.stage(tmp_path, COURSE.assignment(ASSIGNMENT), "s001", tmp_path / "staged")
    assert [line for line in staged.oddities if not line.isprintable()] == [] and "a?[2Jb.csv" in staged.oddities[0]


@pytest.mark.parametrize(
    "case, handed_in, seen",
    [
        (
            "another notebook with other words",
            {"draft.ipynb": HER_OWN.replace(b"view of", b"copy of")},
            ["copy of a leaf"],
        ),
        ("another notebook with the same words", {"draft.ipynb": HER_OWN}, []),
        ("a file of text", {"answer.txt": "Größe".encode()}, ["Größe"]),
        ("a file that only people can read", {"answer.docx": b"PK"}, ["the file answer.docx"]),
        ("a program", {"helper.py": b"x = 1"}, []),
    ],
)
def test_what_a_marker_is_shown_of_the_files(tmp_path, case, handed_in, seen):
    place = tmp_path / "submitted" / "s001" / ASSIGNMENT
    place.mkdir(parents=True)
    for name, content in {NOTEBOOK: HER_OWN, **handed_in}.items():
        (place / name).write_bytes(content)
    staged = staging.stage(tmp_path, COURSE.assignment(ASSIGNMENT), "s001", tmp_path / "staged")
    texts = [f"{text.where}: {text.text}" for text in staged.beside]
    assert len(texts) == len(seen) and all(any(words in text for text in texts) for words in seen), (case, texts)


def test_an_unreadable_notebook_is_shown_to_the_marker(tmp_path):
    place = tmp_path / "submitted" / "s001" / ASSIGNMENT
    place.mkdir(parents=True)
    (place / NOTEBOOK).write_bytes(b"{ this is no JSON")
    staged = staging.stage(tmp_path, COURSE.assignment(ASSIGNMENT), "s001", tmp_path / "staged")
    assert [text.where for text in staged.beside] == [f"the file {NOTEBOOK}, which could not be read"]
    assert staged.notebook == released(ASSIGNMENT)
