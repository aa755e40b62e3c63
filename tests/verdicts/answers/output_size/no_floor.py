"""
says: Ordinary division gives a float (2.5 places) where whole places, rounded down, are wanted
kind: wrong
repair: return, as in the twin
lines: 12
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    last_start = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    if last_start < 0:
        raise ValueError("does not fit")
    return last_start / stride + 1
