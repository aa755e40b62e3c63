"""
says: compares the kernel with the image before padding
kind: wrong
repair: with padding
lines: 10
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    window = dilation * (kernel_size - 1) + 1
    if window > input_size:
        raise ValueError("does not fit")
    return (input_size + 2 * padding - window) // stride + 1
