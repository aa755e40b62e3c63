"""
says: rounds to the nearest step; repaired: floor
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    covered = 1 + dilation * (kernel_size - 1)
    rest = input_size + padding + padding - covered
    if rest < 0:
        raise ValueError("does not fit")
    return int(rest / stride) + 1
