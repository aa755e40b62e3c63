"""
says: the twin of check_unpadded, repaired
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    reach = dilation * (kernel_size - 1)
    if reach + 1 > input_size + 2 * padding:
        raise ValueError("kernel bigger than input")
    places = 0
    start = -padding
    while start + reach < input_size + padding:
        places += 1
        start += stride
    return places
