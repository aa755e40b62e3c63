"""
says: walks from place to place and counts, with a cache
kind: right
"""
from functools import lru_cache


@lru_cache(maxsize=None)
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    start, count = -padding, 0
    while start + dilation * (kernel_size - 1) <= input_size + padding - 1:
        start, count = start + stride, count + 1
    if not count:
        raise ValueError("not a single place")
    return count
