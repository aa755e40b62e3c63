"""
says: lists the places and counts them
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    places = [
        place for place in range(-padding, input_size + padding, stride)
        if place + dilation * (kernel_size - 1) < input_size + padding
    ]
    if not places:
        raise ValueError("the window has no place")
    return len(places)
