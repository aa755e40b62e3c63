"""
says: a window of kernel_size * dilation, and 0 where nothing fits; repaired: the right window, and an error
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    window = (kernel_size - 1) * dilation + 1
    if window > input_size + 2 * padding:
        raise ValueError("no place")
    return (input_size + 2 * padding - window) // stride + 1
