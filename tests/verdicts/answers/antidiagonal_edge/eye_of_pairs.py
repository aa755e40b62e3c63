"""
says: the mirrored unit matrix with one sign changed
kind: right
"""
antidiagonal_edge = torch.eye(2).flip(0)
antidiagonal_edge[0, 1] *= -1
