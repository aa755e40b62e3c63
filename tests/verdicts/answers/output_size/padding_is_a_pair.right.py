"""
says: adds padding[0] and padding[1], as if both sides were given; repaired: 2 * padding
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room = input_size + 2 * padding
    covered = dilation * (kernel_size - 1) + 1
    if covered > room:
        raise ValueError(f"{covered} pixels do not fit into {room}")
    return 1 + (room - covered) // stride
