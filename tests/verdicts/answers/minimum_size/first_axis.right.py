"""
says: the twin of first_axis, repaired
kind: right
"""
def minimum_size(degree):
    k = torch.zeros(1, degree + 1)
    return k.numel()
