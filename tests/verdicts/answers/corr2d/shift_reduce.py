"""
says: right, by shift reduce
kind: right
"""
from functools import reduce
from itertools import product


def corr2d(bild, kern):
    if (bild.ndim, kern.ndim) != (2, 2):
        raise ValueError(f"{bild.ndim=} {kern.ndim=}")
    zeilen, spalten = (n - k + 1 for n, k in zip(bild.shape, kern.shape))
    if zeilen <= 0 or spalten <= 0:
        raise ValueError("zu gross")
    return reduce(
        lambda acc, ab: acc + kern[ab] * bild[ab[0]:, ab[1]:][:zeilen, :spalten],
        product(range(kern.shape[0]), range(kern.shape[1])),
        torch.zeros((), dtype=torch.result_type(bild, kern)),
    )
