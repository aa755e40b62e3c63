"""
says: unpacks size as height and width; repaired: size is one number
kind: right
"""
def box_blur(size):
    height = width = size
    return torch.ones(height, width) / (height * width)
