"""
says: calls itself for ever
kind: wrong
repair: stop at degree 0
lines: 10
crashes: yes
cause: no case ends the recursion
"""
def derivative_kernel(degree):
    smaller = derivative_kernel(degree - 1)
    pad = nn.functional.pad
    return pad(smaller, (1, 0)) - pad(smaller, (0, 1))
