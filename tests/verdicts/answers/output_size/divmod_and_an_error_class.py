"""
says: divmod, and a ValueError of its own
kind: right
"""
class DoesNotFit(ValueError):
    pass


def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    steps, left_over = divmod(input_size + 2 * padding - dilation * kernel_size + dilation - 1, stride)
    if steps < 0:
        raise DoesNotFit("no place for the window")
    if left_over:
        print(left_over, "pixels are left over")
    return steps + 1
