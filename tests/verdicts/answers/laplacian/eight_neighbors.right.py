"""
says: all eight neighbors and -8; repaired: four neighbors
kind: right
"""
laplacian = torch.tensor([[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
laplacian[1, 1] = -4
