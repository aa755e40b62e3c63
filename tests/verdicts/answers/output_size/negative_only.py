"""
says: raises for a negative result, so 0 places slip through
kind: wrong
repair: <= 0
lines: 10
crashes: no
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    places = (input_size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
    if places < 0:
        raise ValueError(f"{places} places")
    return places
