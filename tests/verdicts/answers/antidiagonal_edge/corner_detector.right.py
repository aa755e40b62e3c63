"""
says: a difference of differences; repaired: zeros on the main diagonal
kind: right
"""
antidiagonal_edge = torch.tensor([[0.0, 1.0], [-1.0, 0.0]])
