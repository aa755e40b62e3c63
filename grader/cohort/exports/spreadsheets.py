"""CSV that other programs read as it was meant: quoted by the csv module, and no cell that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from grader.places import whole_file

# what makes a spreadsheet take a cell for a formula; the wide ones are signs of East Asian keyboards
# Source: OWASP, "CSV Injection"
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(value: object) -> object:
    """Return a value for one cell: text that would start a formula gets an apostrophe in front; numbers stay.

    >>> safe_cell('=HYPERLINK("http://x")')
    '\\'=HYPERLINK("http://x")'
    >>> safe_cell(-1.5), safe_cell("O'Neill, Jr."), safe_cell(None)
    (-1.5, "O'Neill, Jr.", '')
    """
    if value is None:
        return ""
    if isinstance(value, str) and value.lstrip(" ").startswith(STARTS_A_FORMULA) and value != "-":
        return "'" + value
    return value


def points(value: float) -> str:
    """Return points with at most two decimals, as platforms show them.

    >>> points(4.5), points(2 / 3), points(1e-9), points(20)
    ('4.5', '0.67', '0', '20')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def write_csv(path: Path | str, rows: Iterable[Iterable[object]]) -> int:
    """Write rows as CSV in UTF-8 and return how many: whole or not at all, readable by the owner only, one by one."""
    count = 0
    with whole_file(path, newline="") as file:
        writer = csv.writer(file)
        for row in rows:
            writer.writerow([safe_cell(value) for value in row])
            count += 1
    return count


def read_csv(path: Path | str) -> list[list[str]]:
    """Return the rows of a CSV file that a platform wrote, comma or semicolon, with or without a byte order mark.

    Raises:
        UnicodeDecodeError, OSError: it is not UTF-8, or cannot be read.
    """
    with Path(path).open(encoding="utf-8-sig", newline="") as file:  # a line break inside a cell stays what it is
        text = file.read()
    # by the columns that it makes of the first line, where a title in quotes may hold any of them
    delimiter = max(",;\t", key=lambda mark: len(next(csv.reader(io.StringIO(text, newline=""), delimiter=mark), [])))
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows] or [[]]
