"""
says: one row, written down and repeated
kind: right
"""
two_stripes = torch.tensor([1.0, 1, 0, 1, 0, 0, 1, 1]).repeat(8, 1)
