"""
says: a softmax over zeros
kind: right
"""
def box_blur(size):
    return torch.zeros(size * size).softmax(0).reshape(size, size)
