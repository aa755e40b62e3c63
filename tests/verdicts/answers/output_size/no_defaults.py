"""
says: leaves the default values out of the head
kind: wrong
repair: the head of the task
lines: 9
crashes: yes
cause: output_size(8, 3) lacks three arguments
"""
def output_size(input_size, kernel_size, stride, padding, dilation):
    last_place = input_size + 2 * padding - dilation * (kernel_size - 1) - 1
    if last_place < 0:
        raise ValueError("the window does not fit")
    return last_place // stride + 1
