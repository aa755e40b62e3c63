"""Collecting that can say no: nobody hands in for somebody else, and nobody hands in earlier than they did.

nbgrader's own collecting only warns, takes the newest by its name, and follows links with the grader's rights.
"""

import glob
import os
import pwd
import stat
import tempfile
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import check_mode, parse_utc
from traitlets import Any, Float

from grader.submission.attempts import Attempt, Deadlines

READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK  # no link, and no waiting for a pipe
ALL_SHARE_ONE_ACCOUNT = (
    "everybody here has the same account, so it cannot be seen who handed in what: use this for a demonstration only"
)


def _is_late(record, deadline):
    return Attempt(Path(record["filename"]), 0, record["timestamp"]).is_late(deadline)


class Refused(Exception):
    """A submission is not collected; the message says why."""


class StrictCollect(ExchangeCollect):
    """Collects the submission of each student that counts: really theirs, really that old, and the last in time.

    A submission is refused if anything in it belongs to another account, is a link or a special file, or was changed
    later than the time in its name says.  What a student handed in before a refused one is then collected.
    """

    tolerance = Float(
        120.0, help="Seconds that handing in may take: how much later than its name a submission may have changed."
    ).tag(config=True)

    known = Any(None, help="The `Deadlines`, where the caller has read them already; they are not read again then.")

    def init_src(self):
        """Find each student's submissions, newest first; names that nbgrader cannot have given are refused."""
        if not self.coursedir.course_id:
            self.fail("No course id specified. Re-run with --course flag.")
        self.inbound_path = os.path.join(self.root, self.coursedir.course_id, "inbound")
        if not check_mode(self.inbound_path, read=True, execute=True):
            self.fail(f"{self.inbound_path} is missing, or cannot be read by this account")
        self.candidates = defaultdict(list)
        student, assignment = self.coursedir.student_id or "*", self.coursedir.assignment_id
        for path in glob.glob(os.path.join(self.inbound_path, f"{student}+{glob.escape(assignment)}+*")):
            try:
                record = self._path_to_record(path)
            except Refused as reason:
                self._refuse(path, reason)
            else:
                self.candidates[record["username"]].append(record)
        own = self.known or self._deadlines()
        for student, records in self.candidates.items():
            deadline = own.of(student)
            records.sort(key=lambda r, deadline=deadline: (not _is_late(r, deadline), r["timestamp"]), reverse=True)

    def copy_files(self):
        """Copy what is accepted to a folder of ours, then let nbgrader collect from there."""
        if not self.check_owner:
            self.log.warning(ALL_SHARE_ONE_ACCOUNT)
        with tempfile.TemporaryDirectory(prefix="collect-") as folder:
            self.src_records = []
            for records in self.candidates.values():
                for record in records:
                    target = Path(folder) / record["filename"]
                    try:
                        self._take(Path(self.inbound_path) / record["filename"], target, record)
                    except (Refused, OSError) as reason:
                        self._refuse(record["filename"], reason)
                    else:
                        self.src_records.append(record)
                        break
            inbound, owners = self.inbound_path, self.check_owner
            self.inbound_path, self.check_owner = folder, False  # checked, and the copies are the grader's
            try:
                super().copy_files()
            finally:
                self.inbound_path, self.check_owner = inbound, owners

    def _path_to_record(self, path):
        filename = os.path.basename(path)
        parts = filename.split("+")
        if len(parts) not in (3, 4) or parts[1] != self.coursedir.assignment_id:
            raise Refused("it does not have a name that nbgrader gives")
        try:
            timestamp = parse_utc(parts[2])
        except ValueError:
            raise Refused(f"{parts[2]!r} is not a time") from None
        return {"username": parts[0], "filename": filename, "timestamp": timestamp}

    def _deadlines(self):
        """Return due date and extensions: a late submission takes no timely one's place, whatever `before_duedate`."""
        place = self.coursedir.db_url.removeprefix("sqlite:///")
        if place != self.coursedir.db_url and not os.path.exists(place):
            return Deadlines()
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                due = gradebook.find_assignment(self.coursedir.assignment_id).duedate
            except MissingEntry:
                return Deadlines()
            submissions = gradebook.assignment_submissions(self.coursedir.assignment_id)
            return Deadlines(due, {entry.student_id: entry.extension for entry in submissions if entry.extension})

    def _refuse(self, path, reason):
        self.log.error("refused %s: %s", os.path.basename(path), reason)

    def _take(self, source, target, record):
        """Copy one submission, looking only at what is open, so that nothing can be put in its place meanwhile."""
        self.left = 1000 * self.coursedir.max_dir_size  # bytes
        top = os.open(source, READ | os.O_DIRECTORY)
        try:
            for directory, folders, names, descriptor in os.fwalk(".", dir_fd=top, follow_symlinks=False):
                self._check(directory, os.fstat(descriptor), record, stat.S_ISDIR)
                for name in folders:  # a link to a folder is listed here, too, and not gone into
                    if os.stat(name, dir_fd=descriptor, follow_symlinks=False).st_mode & 0o170000 != stat.S_IFDIR:
                        raise Refused(f"{os.path.join(directory, name)} is a link")
                (target / directory).mkdir(exist_ok=True)
                for name in names:
                    self._take_file(descriptor, directory, name, target, record)
        finally:
            os.close(top)
        self._check_written_time(target / "timestamp.txt", record)

    def _take_file(self, folder, directory, name, target, record):
        place = os.path.normpath(os.path.join(directory, name))
        try:
            descriptor = os.open(name, READ, dir_fd=folder)
        except OSError as error:
            raise Refused(f"{place} is a link, or cannot be read ({error.strerror})") from None
        with os.fdopen(descriptor, "rb") as file:
            self._check(place, os.fstat(descriptor), record, stat.S_ISREG)
            content = file.read(self.left + 1)
        self.left -= len(content)
        if self.left < 0:
            raise Refused(f"it is larger than {self.coursedir.max_dir_size} kB (CourseDirectory.max_dir_size)")
        (target / place).write_bytes(content)

    def _check(self, place, details, record, is_kind):
        if not is_kind(details.st_mode):
            raise Refused(f"{place} is neither a file nor a folder")
        if self.check_owner and _account(details.st_uid) != record["username"]:
            raise Refused(f"{place} belongs to {_account(details.st_uid)}, not to {record['username']}")
        # the time of a file's last change, unlike that of its content, cannot be set by its owner
        changed = datetime.fromtimestamp(details.st_ctime, UTC).replace(tzinfo=None)
        if abs(changed - record["timestamp"]) > timedelta(seconds=self.tolerance):
            says, was = (time.isoformat(" ", "seconds") for time in (record["timestamp"], changed))
            raise Refused(f"its name says {says} UTC, but {place} was last changed at {was} UTC")

    def _check_written_time(self, path, record):
        """nbgrader reads lateness from this file, not from the name."""
        try:
            written = parse_utc(path.read_text(encoding="utf-8").strip())
        except (OSError, ValueError):
            raise Refused("timestamp.txt is missing or holds no time") from None
        if written != record["timestamp"]:
            raise Refused(f"timestamp.txt says {written}, its name says {record['timestamp']}")


def _account(uid):
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"account {uid}"
