"""
says: ones that add up to size squared; repaired: divide by their sum
kind: right
"""
def box_blur(size):
    K = torch.ones(size, size)
    return K / K.sum()
