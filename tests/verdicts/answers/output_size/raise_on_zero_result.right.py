"""
says: the twin of raise_on_zero_result, repaired
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    n = (input_size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
    if n < 1:
        raise ValueError("does not fit")
    return n
