"""
says: torch.mean of a number
kind: wrong
repair: ones over size squared
lines: 10
crashes: yes
cause: mean takes a tensor
"""
def box_blur(size):
    return torch.ones(size, size) * torch.mean(1 / size**2)
