"""
says: int(a / b) cuts towards zero, so int(-1/2) is 0 and a window that does not fit is counted once; // rounds down
kind: wrong
repair: size line, as in the twin
lines: 10
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    size = int((input_size + 2 * padding - span) / stride) + 1
    if size < 1:
        raise ValueError("window does not fit")
    return size
