"""
says: the twin of prints_it, repaired
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    if input_size + 2 * padding < span:
        raise ValueError("does not fit")
    return (input_size + 2 * padding - span) // stride + 1
