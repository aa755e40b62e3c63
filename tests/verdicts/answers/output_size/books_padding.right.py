"""
says: D2L's formula, whose p is both sides together; repaired: 2 * padding
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    window = dilation * (kernel_size - 1) + 1
    if window > input_size + 2 * padding:
        raise ValueError("does not fit")
    return (input_size - window + 2 * padding + stride) // stride
