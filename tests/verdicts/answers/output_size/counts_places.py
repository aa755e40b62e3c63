"""
says: counts the places one by one
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    first, last = -padding, input_size + padding - 1
    places = 0
    while first + (kernel_size - 1) * dilation <= last:
        places, first = places + 1, first + stride
    if not places:
        raise ValueError("no place")
    return places
