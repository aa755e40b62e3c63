"""
says: the twin of one_sided, repaired
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    effective = kernel_size + (kernel_size - 1) * (dilation - 1)
    free = input_size + 2 * padding - effective
    if free < 0:
        raise ValueError(f"no room: {free}")
    return free // stride + 1
