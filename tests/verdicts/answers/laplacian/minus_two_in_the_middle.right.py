"""
says: lays both kernels over each other and counts the middle once; repaired: -4
kind: right
"""
laplacian = torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
