"""
says: unpacks size as height and width
kind: wrong
repair: size is one number
lines: 10
crashes: yes
cause: an int cannot be unpacked
"""
def box_blur(size):
    height, width = size
    return torch.ones(height, width) / (height * width)
