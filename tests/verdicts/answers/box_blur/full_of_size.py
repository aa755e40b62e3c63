"""
says: torch.full with 1/size instead of 1/size**2
kind: wrong
repair: divides by size squared
lines: 9
crashes: no
"""
def box_blur(size):
    return torch.full((size, size), 1 / size)
