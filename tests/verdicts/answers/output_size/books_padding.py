"""
says: D2L's formula, whose p is both sides together
kind: wrong
repair: 2 * padding
lines: 12
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    window = dilation * (kernel_size - 1) + 1
    if window > input_size + 2 * padding:
        raise ValueError("does not fit")
    return (input_size - window + padding + stride) // stride
