"""
says: torch.ones((1), length)
kind: wrong
repair: a pair
lines: 10
crashes: yes
cause: ones takes no size by that word
"""
def integral_kernel(length):
    return torch.ones(1, columns=length)
