"""
says: subtracts the dilated kernel, and the kernel again
kind: wrong
repair: once
lines: 9
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room = input_size + 2 * padding - dilation * (kernel_size - 1) - kernel_size
    if room < 0:
        raise ValueError("does not fit")
    return room // stride + 1
