"""
says: the printed one with +4
kind: wrong
repair: the other sign
lines: 8
crashes: no
"""
laplacian = torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
