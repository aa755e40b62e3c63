"""
says: counts the padding once; repaired: twice
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    padded = input_size + 2 * padding
    window = dilation * (kernel_size - 1) + 1
    if window > padded:
        raise ValueError("does not fit")
    return (padded - window) // stride + 1
