"""Tell how a window is cut wrongly, from the text of the line that cuts it.

Reads the last slice `[a:b, c:d]` in a few lines of code, and says something only where the text itself shows the slip.
"""

import re
from collections.abc import Sequence

_PART = r"\s*(?P<{0}>[^\[\]:,]*?)\s*:\s*(?P<{1}>(?:[^\[\]:,()]|\([^()]*\)|\w+\.shape\[\d\])+?)\s*"
TWO_AXES = re.compile(r"(?P<of>\w+)\s*\[" + _PART.format("top", "bottom") + "," + _PART.format("left", "right") + r"\]")
STEPPED = re.compile(r"(?P<top>\w+)\s*:\s*(?P=top)\s*\+\s*(?P<size>\w+)\s*:\s*(?P<step>\w+(?:\[\d\])?)\s*[,\]]")
WRITTEN_TO = re.compile(r"^\s*[\w.]+\s*\[[^\]]*\]\s*[-+*/]?=(?!=)")
TWO_BRACKETS = re.compile(r"(?P<of>\w+)\s*\[([^\[\],]*):([^\[\],]*)\]\s*\[([^\[\],]*):([^\[\],]*)\]")


def cuts_window(code: str, line: str) -> bool:
    """Does the line, or what stands before it, cut a window out of a tensor?"""
    return bool(TWO_AXES.search(f"{code}\n{line}"))


def slip_in(code: str, line: str) -> tuple[str, str] | None:
    """Return (slip, hint) for the window that `line` uses, or None where its text shows none.

    >>> slip_in("h, w = K.shape", "Y[i, j] = (X[i:h, j:w] * K).sum()")[0]
    'slice_ends_at_the_size'
    """
    for text in (line, *(before for before in reversed(code.splitlines()) if _is_used(before, line))):
        text = WRITTEN_TO.sub("", text)  # where a value is stored nothing is cut out
        stepped = STEPPED.search(text)
        if stepped and re.search(rf"\b{stepped['size']}\b[^=\n]*=[^=\n]*\bK\.(shape|size)", code):
            part = "{top}:{top} + {size}:{step}".format(**stepped.groupdict())
            return (
                "step_inside_the_window",
                f"`{part}` takes only every `{stepped['step']}`-th of `{stepped['size']}` pixels, so the window is "
                "smaller than the kernel.",
            )
        if TWO_BRACKETS.search(text):
            return (
                "two_brackets",
                "`X[a:b][c:d]` cuts rows twice: the second bracket works on what the first has left. Both ranges "
                "belong into one: `X[a:b, c:d]`.",
            )
        cut = list(TWO_AXES.finditer(text))
        if cut:
            return next((said for part in cut if (said := _slip_of(part, code, line))), None)
    return None


def _is_used(before: str, line: str) -> bool:
    """Does `line` use what the line before it gives a name, or may it?"""
    made = re.match(r"\s*(\w+)\s*[-+*/@]?=(?!=)", before)
    return made is None or bool(re.search(rf"\b{made[1]}\b", line))


def _slip_of(cut: re.Match, code: str, line: str) -> tuple[str, str] | None:
    top, bottom, left, right = (cut[name].replace(" ", "") for name in ("top", "bottom", "left", "right"))
    if re.match(rf"\s*{cut['of']}\s*\[[^:=]*\]\s*\+?=(?!=)", line) and top and left:
        return (
            "window_of_the_result",
            f"The window is cut out of `{cut['of']}`, and the same line stores into it: cut it out of the image, and "
            "store into a result of its own.",
        )
    made = re.search(rf"(^|\n)\s*{cut['of']}\s*=\s*torch\.(zeros|empty|ones)", code)
    written = re.search(rf"(^|\n)\s*{cut['of']}\s*(\[[^=\n]*[-+*]?=(?!=)|\.\w+_\()", code)  # as the padded image is
    if made and not written and top and left:
        return (
            "window_of_the_result",
            f"The window is cut out of `{cut['of']}`, which holds nothing yet but what it was made of. Is another "
            "tensor meant, the image?",
        )
    if cut["of"] in ("K", "kernel", "k") and top and left:
        return (
            "kernel_cut",
            f"The window is cut out of `{cut['of']}`, by its name the kernel, which stays whole. Is the image meant?",
        )
    if not top or not left or not top.isidentifier() or not left.isidentifier():
        return None
    ends = _end_without_start(((top, bottom), (left, right)), code)
    if ends:
        return ends
    if re.fullmatch(rf"{top}\+\d+", bottom) and re.fullmatch(rf"{left}\+\d+", right):
        return (
            "size_written_as_a_number",
            f"`{top}:{bottom}, {left}:{right}` cuts a window of one fixed size. Take the kernel's, from `K.shape`.",
        )
    if re.search(r"-1$", bottom) and re.search(r"-1$", right) and _has(bottom, top) and _has(right, left):
        return (
            "slice_one_too_short",
            f"`{top}:{bottom}` leaves out its last row: a slice stops before its end, so no `- 1` is needed.",
        )
    rows, columns = bottom.replace(top, "", 1).lstrip("+"), right.replace(left, "", 1).lstrip("+")
    if rows == columns and rows.isidentifier():
        return (
            "one_size_for_both_axes",
            f"`{rows}` is used for rows and columns. A kernel has two sizes: `h, w = K.shape`.",
        )
    if re.search(rf"\b{columns}\s*,\s*{rows}\s*=\s*\w+\.(shape|size\(\))", code) or _reads_as_swapped(rows, columns):
        return (
            "window_axes_swapped",
            f"The window is `{rows}` rows high and `{columns}` columns wide, the kernel the other way round: the first "
            "number of its shape is the rows.",
        )
    return None


def reads_elsewhere(code: str, line: str) -> tuple[str, str] | None:
    """Return (slip, hint) for a window cut out of a tensor that is neither an argument nor made in the function.

    Of a function inside of another one nothing is known: it may use what the outer one has.

    >>> reads_elsewhere("def corr2d(X, K):", "Y[i, j] = (X_photo[i:i + h, j:j + w] * K).sum()")[0]
    'reads_another_image'
    """
    head = re.search(r"^(?:def \w+\(|\s+def \w+\(\s*self\s*,)\s*(?P<first>\w+)[^)]*\)", code, re.MULTILINE)
    text = WRITTEN_TO.sub("", line)
    cut = TWO_AXES.search(text)
    if not head or not cut or re.search(rf"\b{cut['of']}\b", head[0]) or text[: cut.start()].endswith("."):
        return None
    made = rf"\b{cut['of']}\b(?!\s*[.\[(])[^=\n]*=(?!=)|\bfor\b[^:\n]*\b{cut['of']}\b[^:\n]*\bin\b"
    if re.search(made, f"{code}\n{line}"):
        return None
    return (
        "reads_another_image",
        f"`{cut['of']}` is neither an argument of this function nor made in it, so every call reads the same image. "
        f"Cut the window out of `{head['first']}`.",
    )


def over_the_end(line: str, left: int, right: int, axis: int, code: str = "") -> tuple[str, str] | None:
    """Return (slip, hint) for a window that is cut rightly and is smaller than what it is multiplied by.

    `left` and `right` are the sizes along `axis` of the two sides of the product.

    >>> over_the_end("(X[i:i + h, j:j + w] * K).sum()", 1, 2, 0)[0]
    'window_over_the_end'
    """
    text = WRITTEN_TO.sub("", line)
    cut = TWO_AXES.search(text)
    if cut is None or axis > 1 or not re.search(r"\*|\bmul\(|\bmultiply\(", text):
        return None
    first = bool(re.search(r"\*|\.mul\(", text[cut.end() :])) or not re.search(r"\*", text[: cut.start()])
    window, other = (left, right) if first else (right, left)
    start, end = (cut[name].strip() for name in (("top", "bottom"), ("left", "right"))[axis])
    if window >= other or not start:
        return None
    first_name = re.split(r"\W", start)[0]
    if not _has(end, first_name) and not _made_of(end, first_name, code):
        return None
    what = ("column" if axis else "row") + "s" * (window != 1)
    return (
        "window_over_the_end",
        f"The window `{cut[0]}` has {window} {what} here, and {other} are needed. Does it hang over the end of "
        f"`{cut['of']}`, because `{start}` runs too far or another image is meant, such as the padded one? Or is its "
        "size not the kernel's?",
    )


def slip_of_place(line: str, code: str = "") -> tuple[str, str] | None:
    """Return (slip, hint) for the slice that a line writes to, where its text shows that it ends too early.

    >>> slip_of_place("Y[r:h, c:w] += X[i, j] * K")[0]
    'slice_ends_at_the_size'
    """
    target = WRITTEN_TO.match(line)
    cut = TWO_AXES.search(target[0]) if target else None
    if cut is None:
        return None
    top, bottom, left, right = (cut[name].replace(" ", "") for name in ("top", "bottom", "left", "right"))
    return _end_without_start(((top, bottom), (left, right)), code)


def _end_without_start(parts: Sequence[tuple[str, str]], code: str) -> tuple[str, str] | None:
    for start, end in parts:
        if start.isidentifier() and _ends_at_size(start, end, code):
            return (
                "slice_ends_at_the_size",
                f"`{start}:{end}` ends at `{end}`, wherever it starts: a slice names its end, not its length. Write "
                f"`{start}:{start} + {end}`.",
            )
    return None


def _ends_at_size(start: str, end: str, code: str) -> bool:
    """Does a slice end at a fixed number: neither by its own words nor by what its end was made of, from its start?"""
    if _has(end, start) or not re.fullmatch(r"\w+|\w+\.shape\[\d\]|\w+\.size\(\d\)", end):
        return False
    given = re.findall(rf"^([^=\n]*\b{end}\b[^=\n]*)=(?!=)(.*)", code, re.MULTILINE)
    if any(re.search(rf"\b{start}\b", names) or "+" in value for names, value in given):
        return False  # both are made in one line, or the end is a sum
    return not _made_of(end, start, code)


def _made_of(end: str, start: str, code: str) -> bool:
    """Do the lines before make a name of `end` from `start`, or count it in a loop?"""
    names = re.findall(r"[A-Za-z_]\w*", end)
    return any(re.search(rf"\b{name}\b[^=\n]*=[^\n]*\b{start}\b|\bfor\b[^\n]*\b{name}\b", code) for name in names)


def _has(end: str, start: str) -> bool:
    return bool(re.search(rf"\b{re.escape(start)}\b", end))


def _reads_as_swapped(rows: str, columns: str) -> bool:
    return bool(re.fullmatch(r"\w*shape\[1\]|K\.shape\[1\]", rows) and re.fullmatch(r"K\.shape\[0\]", columns))
