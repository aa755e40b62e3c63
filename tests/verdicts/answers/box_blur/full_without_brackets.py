"""
says: torch.full takes the size as a tuple
kind: wrong
repair: brackets around the size
lines: 11
crashes: yes
cause: torch.full needs the size as one tuple
"""
def box_blur(size):
    weight = 1 / (size * size)
    return torch.full(size, size, weight)
