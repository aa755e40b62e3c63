"""
says: a window of kernel_size * dilation, and 0 where nothing fits
kind: wrong
mistakes: 2
repair: the right window, and an error
lines: 10, 12
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    window = kernel_size * dilation
    if window > input_size + 2 * padding:
        return 0
    return (input_size + 2 * padding - window) // stride + 1
