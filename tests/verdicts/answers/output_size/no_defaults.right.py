"""
says: leaves the default values out of the head; repaired: the head of the task
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    last_place = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    if last_place < 0:
        raise ValueError("the window does not fit")
    return last_place // stride + 1
