"""
says: the twin of odd_only, repaired
kind: right
"""
def box_blur(size):
    half = size // 2
    side = 2 * half + size % 2
    return torch.ones(side, side) / (side * side)
