"""
says: the outer product of two averaging rows
kind: right
"""
def box_blur(size):
    row = torch.full((size,), 1 / size, dtype=torch.float64)
    return torch.outer(row, row)
