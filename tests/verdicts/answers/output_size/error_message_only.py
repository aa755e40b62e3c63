"""
says: raises a text
kind: wrong
repair: a ValueError
lines: 11
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    if room < 0:
        raise "does not fit"
    return room // stride + 1
