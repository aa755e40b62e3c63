"""
says: dilation * kernel_size and padding on one side
kind: wrong
repair: both mended
lines: 10
crashes: no
mistakes: 2
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room = input_size + padding - dilation * kernel_size
    if room < 0:
        raise ValueError("does not fit")
    return room // stride + 1
