"""
says: the twin of len_tensor, repaired
kind: right
"""
def minimum_size(degree):
    return torch.ones(1, degree + 1).shape[1]
