"""
says: the second derivative along rows times the one along columns
kind: wrong
repair: their sum
lines: 9
crashes: no
"""
row = torch.tensor([[0.0, 0.0, 0.0], [1.0, -2.0, 1.0], [0.0, 0.0, 0.0]])
laplacian = torch.tensor([[1.0], [-2.0], [1.0]]) @ torch.tensor([[1.0, -2.0, 1.0]])
