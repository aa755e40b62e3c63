"""
says: takes dilation for the number of holes between neighbours
kind: wrong
repair: dilation - 1 holes
lines: 9
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    holes = (kernel_size - 1) * (dilation if dilation > 1 else 0)
    last = input_size + 2 * padding - kernel_size - holes
    if last < 0:
        raise ValueError("does not fit")
    return last // stride + 1
