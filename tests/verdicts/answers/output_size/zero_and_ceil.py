"""
says: Two mistakes: rounds up (negative floor trick) instead of down, counting a window that sticks out (size line), and tests size < 0 so a size of 0 passes without an error (if).
kind: wrong
mistakes: 2
repair: as in the twin
lines: 11, 12
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    size = -(-room // stride) + 1
    if size < 0:
        raise ValueError("window does not fit even once")
    return size
