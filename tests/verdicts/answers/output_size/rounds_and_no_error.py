"""
says: rounds up, and gives 0 where nothing fits
kind: wrong
repair: both mended
lines: 12, 13
crashes: no
mistakes: 2
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    if room < 0:
        return 0
    return -(-room // stride) + 1
