"""
says: returns the ValueError
kind: wrong
repair: raises it
lines: 11
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    k = dilation * (kernel_size - 1) + 1
    if input_size + 2 * padding < k:
        return ValueError("the window does not fit")
    return (input_size + 2 * padding - k) // stride + 1
