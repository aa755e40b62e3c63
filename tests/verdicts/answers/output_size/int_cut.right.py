"""
says: the twin of int_cut, repaired
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    size = (input_size + 2 * padding - span) // stride + 1
    if size < 1:
        raise ValueError("window does not fit")
    return size
