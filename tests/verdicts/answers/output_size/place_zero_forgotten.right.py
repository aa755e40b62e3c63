"""
says: counts steps, not places; repaired: + 1
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    last = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    if last < 0:
        raise ValueError("does not fit")
    return last // stride + 1
