"""
says: one place, and as many as fit one step further on
kind: right
"""
from functools import lru_cache


@lru_cache
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room = input_size + 2 * padding
    if dilation * (kernel_size - 1) + 1 > room:
        raise ValueError("window too wide")
    try:
        return 1 + output_size(room - stride, kernel_size, stride, 0, dilation)
    except ValueError:
        return 1
