"""
says: Padding is counted once, though it is added on both sides
kind: wrong
repair: the free line, as in the twin
lines: 10
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    effective = kernel_size + (kernel_size - 1) * (dilation - 1)
    free = input_size + padding - effective
    if free < 0:
        raise ValueError(f"no room: {free}")
    return free // stride + 1
