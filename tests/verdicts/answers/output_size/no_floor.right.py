"""
says: the twin of no_floor, repaired
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    last_start = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    if last_start < 0:
        raise ValueError("does not fit")
    return last_start // stride + 1
