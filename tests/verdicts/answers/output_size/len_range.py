"""
says: the length of a range
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    if n := len(range(0, input_size + 2 * padding - dilation * (kernel_size - 1), stride)):
        return n
    raise ValueError("the window does not fit")
