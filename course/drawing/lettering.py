"""Decides how words look: how much room they need in whichever of our fonts a reader has.

A picture is drawn on one computer and read on another: we cannot measure, so we assume the widest of the usual fonts.
"""

import html
import re

from course.drawing.palette import TEXT

FONT = "system-ui,'DejaVu Sans',Arial,sans-serif"
BOLD = 0.11  # wider, for each letter

# Advance widths in DejaVu Sans or Arial, whichever is wider, rounded up; what is not listed counts as 1.
_GROUPS = (
    (0.34, " ,.:;'|/\\ijlI·′"),
    (0.42, "frt()[]!-"),
    (0.64, 'abcdeghknopqsuvxyz0123456789$?*_{}"`'),
    (0.79, "ABCDEFGHJKLNOPQRSTUVXYZ&"),
    (0.84, "w−+=<>#~^×÷"),
)
_WIDTHS = {letter: width for width, letters in _GROUPS for letter in letters}
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the room that `text` needs at most, in the units of `size`.

    >>> text_width("0.5", 100)  # 64 + 34 + 64
    162.0
    """
    return sum(_WIDTHS.get(letter, 1.0) + BOLD * bold for letter in text) * size


def escape(text: object) -> str:
    """Return `text` for SVG: no markup, and a question mark for what XML does not allow at all.

    >>> escape("a < b & \\x07")
    'a &lt; b &amp; �'
    """
    return html.escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", str(text)), quote=False)


def write(
    x: float,
    y: float,
    text: object,
    size: float,
    colour: str = TEXT,
    *,
    anchor: str = "middle",
    drop: float = 0.36,
    more: str = "",
) -> str:
    """Return `<text>` whose middle is at `y`: its baseline is `drop` letter sizes below.

    Half a digit's height is 0.36 in each of our fonts. Browsers disagree about `dominant-baseline`, not about this.
    """
    place = f'x="{x:g}" y="{y + drop * size:g}" font-size="{size:g}" fill="{colour}" text-anchor="{anchor}"'
    return f"<text {place}{more and ' ' + more}>{escape(text)}</text>"
