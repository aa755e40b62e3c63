"""
says: raises when the result is below 0
kind: wrong
repair: below 1
lines: 10
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    n = (input_size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
    if n < 0:
        raise ValueError("does not fit")
    return n
