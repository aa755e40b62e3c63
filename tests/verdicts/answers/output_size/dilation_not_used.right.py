"""
says: the formula without dilation; repaired: the dilated kernel
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    kernel_size = dilation * (kernel_size - 1) + 1
    if kernel_size > input_size + 2 * padding:
        raise ValueError("does not fit")
    return (input_size + 2 * padding - kernel_size) // stride + 1
