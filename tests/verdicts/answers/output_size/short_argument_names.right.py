"""
says: names the arguments n, k, s, p, d; repaired: the names of the task
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    n, k, s, p, d = input_size, kernel_size, stride, padding, dilation
    last = n + 2 * p - d * (k - 1) - 1
    if last < 0:
        raise ValueError("no place")
    return last // s + 1
