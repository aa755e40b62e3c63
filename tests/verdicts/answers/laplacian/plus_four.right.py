"""
says: the printed one with +4; repaired: the other sign
kind: right
"""
laplacian = torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
