"""
says: 1 on the antidiagonal, no difference; repaired: one of them negative
kind: right
"""
antidiagonal_edge = torch.tensor([[0.0, 1.0], [-1.0, 0.0]])
