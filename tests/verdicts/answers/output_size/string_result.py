"""
says: formats the number
kind: wrong
repair: the number
lines: 12
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    if room < 0:
        raise ValueError("does not fit")
    return f"{room // stride + 1}"
