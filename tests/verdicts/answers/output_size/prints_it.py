"""
says: prints the number
kind: wrong
repair: returns it
lines: 12
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    if input_size + 2 * padding < span:
        raise ValueError("does not fit")
    print((input_size + 2 * padding - span) // stride + 1)
