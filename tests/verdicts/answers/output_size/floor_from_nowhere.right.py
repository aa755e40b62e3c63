"""
says: calls math.floor without importing math; repaired: import it
kind: right
"""
import math


def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    if span > input_size + 2 * padding:
        raise ValueError("does not fit")
    return math.floor((input_size + 2 * padding - span) / stride) + 1
