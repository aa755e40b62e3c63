"""
says: takes input_size for an image; repaired: it is the number of pixels
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    n = input_size + 2 * padding
    k = (kernel_size - 1) * dilation + 1
    if k > n:
        raise ValueError("window larger than the padded axis")
    return len(range(0, n - k + 1, stride))
