"""
says: rounds down, but to a float
kind: wrong
repair: int()
lines: 12
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    window = dilation * (kernel_size - 1) + 1
    if window > input_size + 2 * padding:
        raise ValueError("does not fit")
    return (input_size + 2.0 * padding - window) // stride + 1
