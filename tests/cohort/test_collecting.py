"""Does a platform's download come into submitted/ whole, each part to whom it belongs, and nothing over anything?"""

import io
import json
import shutil
import stat
import zipfile
from datetime import datetime
from pathlib import PurePosixPath

import pytest
from click.testing import CliRunner

from grader.cli import main
from grader.cohort.collecting import NothingToCollect, collect, parts
from grader.cohort.collecting.downloads import read_name, without_wrapper
from grader.cohort.collecting.matching import Roster, keys_of
from grader.cohort.collecting.placing import write_below
from grader.gradebook.pipelines import ensure_assignment, open_course
from grader.gradebook.reading import export
from grader.places import ROOT
from grader.roster import Person
from tests.submissions.build import example, released

ASSIGNMENT, NAME = "1-cross-correlation", "cross-correlation.ipynb"
PEOPLE = (  # id, first name, last name, number on the platform
    ("s001", "First1", "Last1", "101"),
    ("s002", "Först2", "Läst2", "102"),
    ("s003", "Two Words3", "de Last3", "103"),
    ("s004", "Same", "Name", "104"),
    ("s005", "Same", "Name", "105"),
    ("s006", "", "", "106"),
)


@pytest.mark.parametrize(
    "name, label, file, platform, late",
    [
        ("First1 Last1_77_assignsubmission_file_/a/w.ipynb", "First1 Last1_77", "a/w.ipynb", "Moodle", None),
        ("First1 Last1_77_assignsubmission_file_w_1.ipynb", "First1 Last1_77", "w_1.ipynb", "Moodle", None),
        ("A_B_77_assignsubmission_onlinetext_/onlinetext.html", "A_B_77", "onlinetext.html", "Moodle", None),
        ("last1first1_101_9_w.ipynb", "last1first1_101", "w.ipynb", "Canvas", False),
        ("last1first1_LATE_101_9_w_2_3.ipynb", "last1first1_101", "w_2_3.ipynb", "Canvas", True),
        ("last1first1_101_text.html", "last1first1_101", "text.html", "Canvas", False),
        ("Hw_1_s001_attempt_2026-11-27-10-00-00_w.ipynb", "s001 2026-11-27-10-00-00", "w.ipynb", "Blackboard", None),
        (f"s001+{ASSIGNMENT}+2026-11-27 10:00:00 UTC+x/w.ipynb", None, "w.ipynb", "nbgrader", None),
        ("s001/a/w.ipynb", "s001", "a/w.ipynb", "the download", None),
        ("s001.zip", "s001", "s001.zip", "the download", None),
    ],
)
def test_what_a_name_in_a_download_says(name, label, file, platform, late):
    named = read_name(PurePosixPath(name))
    assert (str(named.file), named.platform, named.late) == (file, platform, late)
    assert named.label == (label or PurePosixPath(name).parts[0])


ROSTER = Roster(
    [Person(i, first, last, "", "student") for i, first, last, _ in PEOPLE]
    + [Person("s007", "Gone", "G", "", "withdrawn")],
    {i: number for i, *_, number in PEOPLE},
)


@pytest.mark.parametrize(
    "name, student, why",
    [
        ("First1 Last1_77_assignsubmission_file_/w.ipynb", "s001", ""),
        ("Last1 First1_77_assignsubmission_file_/w.ipynb", "s001", ""),
        ("s001_77_assignsubmission_file_/w.ipynb", "s001", ""),
        ("first1 LAST1_101_assignsubmission_file_/w.ipynb", "s001", ""),
        ("First1 Last1_102_assignsubmission_file_/w.ipynb", "s001", ""),  # Moodle's number is no student's
        ("Forst2 Last2_1_assignsubmission_file_/w.ipynb", "s002", ""),
        ("Foerst2 Laest2_1_assignsubmission_file_/w.ipynb", "s002", ""),
        ("F\u2502rst2 L\u00c4st2_1_assignsubmission_file_/w.ipynb", None, "nobody in the roster"),
        ("Först2 Läst2".encode().decode("cp437") + "_1_assignsubmission_file_/w.ipynb", "s002", ""),
        ("delast3twowords3_9_9_w.ipynb", "s003", ""),
        ("Same Name_1_assignsubmission_file_/w.ipynb", None, "it fits s004 and s005"),
        ("namesame_105_9_w.ipynb", "s005", ""),
        ("last1first1_105_9_w.ipynb", None, "its id or number is that of s005, its name that of s001"),
        ("somebodyelse_106_9_w.ipynb", "s006", ""),
        ("First Last1_1_assignsubmission_file_/w.ipynb", None, "nobody in the roster has this name or id"),
        ("Participant 7_7_assignsubmission_file_/w.ipynb", None, "nobody in the roster has this name or id"),
        ("Gone G_1_assignsubmission_file_/w.ipynb", None, "s007 has withdrawn"),
        ("S001/w.ipynb", "s001", ""),
        ("s00/w.ipynb", None, "nobody in the roster has this name or id"),
        ("s006_cross-correlation.ipynb", "s006", ""),
    ],
)
def test_whose_it_is(name, student, why):
    found, said = ROSTER.find(read_name(PurePosixPath(name)))
    assert found == student and why in said, said


def test_names_are_compared_without_what_platforms_change():
    assert keys_of("Ünï-Cøde O'X") & keys_of("uenicoedeox")
    assert not keys_of("First1 Last1") & keys_of("First1 Last11")


@pytest.mark.parametrize(
    "names, depth",
    [
        (["HW 1-99/s001/w.ipynb", "HW 1-99/s002/w.ipynb"], 1),
        (["a/b/s001/w.ipynb", "a/b/s002/x/w.ipynb"], 2),
        (["s001/w.ipynb", "s002/w.ipynb"], 0),
        (["s001/x/w.ipynb"], 0),
        (["First1 Last1_7_assignsubmission_file_/x/w.ipynb"], 0),
    ],
)
def test_folders_around_everything_are_nobodys(names, depth):
    assert without_wrapper([PurePosixPath(name) for name in names], ROSTER.knows) == depth


def test_a_file_is_written_over_no_other_and_through_no_link(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "outside")
    (tmp_path / "in" / "file").symlink_to(tmp_path / "outside" / "file")
    assert str(write_below(tmp_path / "in", PurePosixPath("a/b"), b"1")) == "a/b"
    assert str(write_below(tmp_path / "in", PurePosixPath("a/b"), b"2")) == "a/2-b"
    assert str(write_below(tmp_path / "in", PurePosixPath("file"), b"3")) == "2-file"
    with pytest.raises(OSError):
        write_below(tmp_path / "in", PurePosixPath("link/evil"), b"4")
    assert list((tmp_path / "outside").iterdir()) == []
    assert (tmp_path / "in" / "a" / "b").read_bytes() == b"1"


# -- whole downloads -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    """A course folder whose gradebook knows the students and a due date."""
    root = tmp_path_factory.mktemp("term")
    shutil.copytree(ROOT / "source", root / "source")
    ensure_assignment(root, ASSIGNMENT)
    with open_course(root).gradebook as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=datetime(2026, 11, 27, 12))
        for student, first, last, number in PEOPLE:
            gradebook.update_or_create_student(student, first_name=first, last_name=last, lms_user_id=number)
    return root


@pytest.fixture
def root(term, tmp_path):
    """A copy of it, for one test."""
    return shutil.copytree(term, tmp_path / "course")


def notebook(name="model", assignment=ASSIGNMENT):
    return json.dumps(released(assignment) if name == "blank" else example(assignment, name))


def download(path, files):
    """Write a zip; a value may be (content, mode)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            content, mode = content if isinstance(content, tuple) else (content, stat.S_IFREG | 0o644)
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, content)
    return path


def moodle(student, name=NAME, number=7):
    first, last = next((first, last) for i, first, last, _ in PEOPLE if i == student)
    return f"{first} {last}_{number}_assignsubmission_file_/{name}"


def place(root, student):
    return root / "submitted" / student / ASSIGNMENT


def statuses(collected):
    return {line.student or line.label: line.status for line in collected.lines}


def test_moodles_download(root, tmp_path):
    files = {
        moodle("s001"): notebook(),
        moodle("s001", "pixels.csv"): "1,2",
        moodle("s002", "work.zip"): _zip_of(notebook("flipped")),
        moodle("s004"): notebook(),
        "Nobody Known_9_assignsubmission_file_/cross-correlation.ipynb": notebook(),
    }
    collected = collect(root, download(tmp_path / "a.zip", files))
    assert collected.assignment == ASSIGNMENT
    assert statuses(collected) == {
        "s001": "collected",
        "s002": "collected",
        "Same Name_7": "not matched",
        "Nobody Known_9": "not matched",
    }
    assert sorted(path.name for path in place(root, "s001").iterdir()) == [NAME, "pixels.csv"]
    assert {line.said for line in collected.lines if line.student} == {"whether it was late is not known"}
    assert sorted(path.name for path in (root / "submitted").iterdir()) == ["s001", "s002"]


def _zip_of(text):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(NAME, text)
    return data.getvalue()


def test_the_same_download_twice_changes_nothing(root, tmp_path):
    archive = download(tmp_path / "a.zip", {moodle("s001"): notebook()})
    collect(root, archive)
    before = place(root, "s001").stat().st_ino
    assert statuses(collect(root, archive)) == {"s001": "there already"}
    assert statuses(collect(root, archive, replace=True)) == {"s001": "there already"}
    assert place(root, "s001").stat().st_ino == before


def test_another_submission_is_left_alone_unless_replace_takes_it_and_keeps_the_old(root, tmp_path):
    old, new = notebook("flipped"), notebook("model")
    collect(root, download(tmp_path / "a.zip", {moodle("s001"): old}))
    newer = download(tmp_path / "b.zip", {moodle("s001"): new})
    assert statuses(collect(root, newer)) == {"s001": "another is there"}
    assert (place(root, "s001") / NAME).read_text() == old
    assert statuses(collect(root, newer, replace=True)) == {"s001": "replaced"}
    assert (place(root, "s001") / NAME).read_text() == new
    assert [path.read_text() for path in (root / "submitted" / "s001").glob(f"{ASSIGNMENT}+kept/*/{NAME}")] == [old]


def test_a_late_one_takes_no_timely_ones_place(root, tmp_path):
    """Canvas marks lateness; the rule for attempts says which counts."""
    collect(root, download(tmp_path / "a.zip", {"last1first1_101_1_w.ipynb": notebook("flipped")}))
    late = download(tmp_path / "b.zip", {"last1first1_LATE_101_2_w.ipynb": notebook("model")})
    (line,) = collect(root, late, replace=True).lines
    assert (line.status, line.late) == ("replaced", True)
    assert "one of 2 attempts counts" in line.said and "1 of them late" in line.said
    assert (place(root, "s001") / "w.ipynb").read_text() == notebook("flipped")


def test_a_time_stamp_of_the_students_is_not_believed(root, tmp_path):
    files = {moodle("s001"): notebook(), moodle("s001", "timestamp.txt"): "2000-01-01 00:00:00 UTC"}
    collected = collect(root, download(tmp_path / "a.zip", files))
    assert not (place(root, "s001") / "timestamp.txt").exists()
    assert "a time stamp that a student may have written: left out" in collected.left_out[0]


def test_what_nbgraders_exchange_calls_it_has_a_time(root, tmp_path):
    folder = tmp_path / "inbound"
    for time, name in (("2026-11-27 10:00:00 UTC", "model"), ("2026-11-27 14:00:00 UTC", "flipped")):
        (folder / f"s001+{ASSIGNMENT}+{time}").mkdir(parents=True)
        (folder / f"s001+{ASSIGNMENT}+{time}" / NAME).write_text(notebook(name))
    collected = collect(root, folder)
    assert [line.status for line in collected.lines] == ["collected", "replaced"]
    assert (place(root, "s001") / NAME).read_text() == notebook("model")  # the other one is late
    assert (place(root, "s001") / "timestamp.txt").read_text() == "2026-11-27 10:00:00.000000 UTC"


@pytest.mark.parametrize("wrapped", ["", "Homework 1-4711/"])
def test_a_folder_into_which_it_was_unpacked(root, tmp_path, wrapped):
    for student in ("s001", "s006"):
        (tmp_path / "out" / wrapped / student).mkdir(parents=True)
        (tmp_path / "out" / wrapped / student / "my work.ipynb").write_text(notebook())
    (tmp_path / "out" / "link").symlink_to("/etc")
    collected = collect(root, tmp_path / "out")
    assert statuses(collected) == {"s001": "collected", "s006": "collected"}
    assert collected.left_out == ["link is a link: left out"]


@pytest.mark.parametrize(
    "case, name, content, said",
    [
        ("climbs", "../../evil", "x", "has a name that leads out"),
        ("climbs from its folder", moodle("s001", "../../evil"), "x", "has a name that leads out"),
        ("absolute", "/tmp/evil", "x", "has a name that leads out"),
        ("a link", moodle("s001", "evil"), ("/etc/passwd", stat.S_IFLNK | 0o777), "is a link"),
        ("a file and a folder", moodle("s001", f"{NAME}/evil"), "x", "has the name of another"),
    ],
)
def test_nothing_leads_out_of_a_students_folder(root, tmp_path, case, name, content, said):
    collected = collect(root, download(tmp_path / "a.zip", {moodle("s001"): notebook(), name: content}))
    assert said in "\n".join(collected.left_out), case
    assert [path.name for path in root.parent.rglob("*evil*")] == []
    assert statuses(collected)["s001"] == "collected"


def test_a_students_folder_that_is_a_link_is_refused(root, tmp_path):
    (root / "submitted").mkdir(exist_ok=True)
    (tmp_path / "elsewhere").mkdir()
    (root / "submitted" / "s001").symlink_to(tmp_path / "elsewhere")
    collected = collect(root, download(tmp_path / "a.zip", {moodle("s001"): notebook()}))
    assert statuses(collected) == {"s001": "refused"}
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_download_of_too_many_bytes_is_read_in_part_and_said(root, tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "MOST_BYTES", 900_000)
    files = {moodle("s001"): notebook(), moodle("s002"): notebook() + " " * 2_000_000}
    collected = collect(root, download(tmp_path / "a.zip", files))
    assert "it holds more than may be taken out of an archive" in collected.left_out[0]


@pytest.mark.parametrize(
    "case, files, said",
    [
        ("nothing in it", {}, "there is nothing in it that could be collected"),
        ("another course", {"s001/a.txt": "x"}, "no notebook of this course is in it"),
        (
            "two assignments",
            {"s001/a.ipynb": notebook(), "s002/a.ipynb": notebook("model", "5-channels")},
            "Say which with --assignment",
        ),
    ],
)
def test_nothing_to_collect_says_why(root, tmp_path, case, files, said):
    with pytest.raises(NothingToCollect, match=said):
        collect(root, download(tmp_path / "a.zip", files))
    assert not list(root.glob("submitted/*/*")), case


def test_a_file_that_is_no_archive(root, tmp_path):
    (tmp_path / "a.zip").write_text("no")
    with pytest.raises(NothingToCollect, match="is no archive and no folder"):
        collect(root, tmp_path / "a.zip")


def test_nothing_stays_in_staging(root, tmp_path):
    collect(root, download(tmp_path / "a.zip", {moodle("s001"): notebook()}))
    assert list((root / "private" / "staging").iterdir()) == []


def test_the_command_says_what_became_of_each_part(root, tmp_path):
    files = {"last1first1_LATE_101_1_w.ipynb": notebook(), "nobodyknown_9_9_w.ipynb": notebook()}
    archive = download(tmp_path / "a.zip", files)
    done = CliRunner().invoke(main, ["collect", str(archive), "--course", str(root)])
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "1-cross-correlation: 1 not matched, 1 collected",
        "s001  collected, from 'last1first1_101': Canvas says: late",
        "NOT COLLECTED  'nobodyknown_9': nobody in the roster has this name or id",
    ]
    done = CliRunner().invoke(main, ["collect", str(archive), "--course", str(root), "--json"])
    assert json.loads(done.output)["lines"][1]["status"] == "there already"


@pytest.mark.slow
def test_from_a_download_of_moodle_and_one_of_canvas_to_the_gradebook(root, tmp_path):
    """The first weeks' work came over Moodle, late-comers over Canvas; a rule takes 10 % off for each day."""
    (root / "nbgrader_config.py").write_text(
        "c = get_config()\nc.AssignLatePenalties.plugin_class = 'grader.gradebook.lateness.PerDay'\n"
    )
    collect(
        root, download(tmp_path / "m.zip", {moodle("s001"): notebook(), moodle("s002", "w.zip"): _zip_of(notebook())})
    )
    files = {"delast3twowords3_LATE_103_5_w-1.ipynb": notebook(), "s006_106_6_hw.ipynb.txt": notebook()}
    collect(root, download(tmp_path / "c.zip", files))
    done = CliRunner().invoke(main, ["grade", ASSIGNMENT, "--course", str(root), "--jobs", "1"])
    assert done.exit_code == 0, done.output
    scores = {s: sum(g["score"] for g in grades.values()) for s, grades in export(root, ASSIGNMENT).items()}
    assert scores == {"s001": 18, "s002": 18, "s003": 18, "s006": 18}
    totals = {line.split()[0]: line.split()[-1] for line in done.stdout.split("\n\n")[0].splitlines()[1:5]}
    assert totals == {"s001": "18.00", "s002": "18.00", "s003": "16.20", "s006": "18.00"}
    assert "s003  Canvas marked it late; by how much is not known, so it counts as one second late" in done.output
    assert "s001, s002  when it was handed in is not known, so neither is whether it was late" in done.output
