"""
says: Writes 2(padding) as in mathematics; Python takes it for a call of the number 2 (TypeError)
kind: wrong
repair: padded line, as in the twin
lines: 11
crashes: yes
cause: what it says
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    window = (kernel_size - 1) * dilation + 1
    padded = input_size + 2(padding)
    if window > padded:
        raise ValueError("The window does not fit")
    return len(range(0, padded - window + 1, stride))
