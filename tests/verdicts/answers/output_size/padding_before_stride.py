"""
says: padding comes before stride in the head
kind: wrong
repair: the task's order
lines: 8
crashes: no
"""
def output_size(input_size, kernel_size, padding=0, stride=1, dilation=1):
    last = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    if last < 0:
        raise ValueError("does not fit")
    return int(last / max(stride, 1)) + 1
