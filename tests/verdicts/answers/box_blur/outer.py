"""
says: right, by outer
kind: right
"""
def box_blur(size):
    u = torch.zeros(size).softmax(0)
    return torch.outer(u, u)
