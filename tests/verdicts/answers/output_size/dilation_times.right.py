"""
says: the twin of dilation_times, repaired
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    k = dilation * (kernel_size - 1) + 1
    n = input_size + padding * 2
    if n < k:
        raise ValueError
    return (n - k + stride) // stride
