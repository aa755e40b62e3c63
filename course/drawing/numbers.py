"""Decides how a number is spelled wherever the course shows one: a true minus, as few digits as tell.

What explorers draw in the browser is spelled by `show` in `explorers/drawing.js`, which agrees with `spell`.
"""

import decimal
import math

SCHOOL = decimal.Context(rounding=decimal.ROUND_HALF_UP)  # as taught, and as browsers do: 0.125 is 0.13
LARGEST = 99999.5  # from here on in powers of ten
ROUNDING = 1e-6  # of the largest number beside it: what is smaller is rounding, and called 0


def spell(value: float, largest: float = 1.0) -> str:
    """Return a number as it is printed in a square: whole numbers bare, others with at most two decimals.

    `largest` is the largest absolute value beside it: what is a millionth of that is rounding, and called 0.

    >>> [spell(value) for value in (3.0, -0.5, 1234.5, 0.999, 0.001, 1e-9, 1234567.0, float("nan"), float("-inf"))]
    ['3', '−0.5', '1234.5', '1', '0.00', '0', '1.2e6', 'nan', '−∞']
    """
    if not math.isfinite(value):
        return true_minus(_rounded(value, ""))
    if abs(value) <= ROUNDING * largest:
        return "0"
    if abs(value) >= LARGEST:
        return true_minus(_rounded(value, ".1e"))
    if abs(value) < 0.005:
        return true_minus(_rounded(value, ".2f"))  # "0.00", or "−0.00": small, but there
    return fixed(value, 2)


def fixed(value: float, digits: int) -> str:
    """Return a number with at most so many decimals.

    >>> fixed(-0.304, 2), fixed(2.0, 2), fixed(-0.001, 2), fixed(0.125, 2)
    ('−0.3', '2', '0', '0.13')
    """
    text = _rounded(value, f".{digits}f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return true_minus("0" if text == "-0" else text)


def significant(value: float) -> str:
    """Return a number with its first three digits.

    >>> significant(-0.012345), significant(120000.0)
    ('−0.0123', '1.2e5')
    """
    return true_minus(f"{value:.3g}")


def tick(value: float, decimals: int) -> str:
    """Return a number as it stands beside an axis, where all have as many decimals.

    >>> tick(0.1 + 0.2, 2), tick(-2e7, 0)
    ('0.30', '−2e7')
    """
    return true_minus(f"{value:.{max(decimals, 0)}f}" if decimals <= 5 and abs(value) < 1e6 else f"{value:.6g}")


def true_minus(text: str) -> str:
    """Return Python's text of a number with a true minus, which screen readers do not skip, and a bare exponent.

    >>> true_minus("-1.2e+04"), true_minus("3e-05")
    ('−1.2e4', '3e−5')
    """
    mantissa, letter, power = text.partition("e")
    return (mantissa + letter + (str(int(power)) if letter else "")).replace("-", "\N{MINUS SIGN}")


def _rounded(value: float, how: str) -> str:
    if not math.isfinite(value):
        return str(float(value)).replace("inf", "∞")
    with decimal.localcontext(SCHOOL):
        return format(decimal.Decimal(float(value)), how)
