"""
says: int(round(...)) of a true division
kind: wrong
repair: floor
lines: 12
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    if input_size + 2 * padding < span:
        raise ValueError("does not fit")
    return int(round((input_size + 2 * padding - span) / stride + 1))
