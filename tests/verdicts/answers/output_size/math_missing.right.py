"""
says: the twin of math_missing, repaired
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    import math
    k = dilation * (kernel_size - 1) + 1
    if k > input_size + 2 * padding:
        raise ValueError("too large")
    return math.floor((input_size + 2 * padding - k) / stride + 1)
