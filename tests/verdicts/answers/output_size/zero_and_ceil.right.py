"""
says: the twin of zero_and_ceil, repaired
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    size = room // stride + 1
    if size <= 0:
        raise ValueError("window does not fit even once")
    return size
