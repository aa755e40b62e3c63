"""
says: returns 0 when nothing fits; repaired: raise
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    last = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    if last < 0:
        raise ValueError("no place")
    return max(0, last // stride + 1)
