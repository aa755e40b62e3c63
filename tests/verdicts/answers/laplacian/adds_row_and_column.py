"""
says: adds a row and a column, which broadcasting blows up to a full grid
kind: wrong
repair: put both into 3 x 3 first
lines: 9
crashes: no
"""
line = torch.tensor([1.0, -2.0, 1.0])
laplacian = line[None, :] + line[:, None]
