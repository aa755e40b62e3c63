"""
says: all eight neighbors and -8
kind: wrong
repair: four neighbors
lines: 8, 9
crashes: no
"""
laplacian = torch.ones(3, 3)
laplacian[1, 1] = -8
