"""
says: takes input_size for an image
kind: wrong
repair: it is the number of pixels
lines: 10
crashes: yes
cause: an int has no shape
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    n = input_size.shape[0] + 2 * padding
    k = (kernel_size - 1) * dilation + 1
    if k > n:
        raise ValueError("window larger than the padded axis")
    return len(range(0, n - k + 1, stride))
