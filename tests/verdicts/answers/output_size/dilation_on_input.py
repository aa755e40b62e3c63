"""
says: takes dilation for a factor of the input
kind: wrong
repair: of the kernel's gaps
lines: 9
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room = input_size * dilation + 2 * padding - kernel_size
    if room < 0:
        raise ValueError("does not fit")
    return room // stride + 1
