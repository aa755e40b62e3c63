"""
says: a window of kernel_size * dilation pixels; repaired: dilation * (kernel_size - 1) + 1
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    effective = (kernel_size - 1) * dilation + 1
    if effective > input_size + 2 * padding:
        raise ValueError("does not fit")
    return (input_size + 2 * padding - effective) // stride + 1
