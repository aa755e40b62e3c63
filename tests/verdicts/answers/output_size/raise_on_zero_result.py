"""
says: checks the result for 0, but Python floors -1 // 2 to -1 and 0 // s to 0
kind: wrong
repair: checks the span
lines: 10
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    n = (input_size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
    if n == 0:
        raise ValueError("does not fit")
    return n
