"""
says: the formula without dilation
kind: wrong
repair: the dilated kernel
lines: 9
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    if kernel_size > input_size + 2 * padding:
        raise ValueError("does not fit")
    return (input_size + 2 * padding - kernel_size) // stride + 1
