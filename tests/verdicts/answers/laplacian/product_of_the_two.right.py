"""
says: the second derivative along rows times the one along columns; repaired: their sum
kind: right
"""
row = torch.tensor([[0.0, 0.0, 0.0], [1.0, -2.0, 1.0], [0.0, 0.0, 0.0]])
laplacian = row + row.t()
