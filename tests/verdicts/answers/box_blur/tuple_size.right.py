"""
says: the twin of tuple_size, repaired
kind: right
"""
def box_blur(size):
    flat = torch.ones(size * size) / size**2
    return flat.reshape(size, -1)
