"""
says: The dilated window is taken to be dilation * kernel_size pixels wide instead of dilation * (kernel_size - 1) + 1
kind: wrong
repair: the k line, as in the twin
lines: 9
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    k = dilation * kernel_size
    n = input_size + padding * 2
    if n < k:
        raise ValueError
    return (n - k + stride) // stride
