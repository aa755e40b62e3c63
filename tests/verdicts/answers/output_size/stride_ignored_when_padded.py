"""
says: uses the stride only without padding
kind: wrong
repair: always
lines: 12, 13
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    if span > input_size + 2 * padding:
        raise ValueError("does not fit")
    if padding:
        return input_size + 2 * padding - span + 1
    return (input_size + 2 * padding - span) // stride + 1
