"""
says: adds a row and a column, which broadcasting blows up to a full grid; repaired: put both into 3 x 3 first
kind: right
"""
line = torch.tensor([1.0, -2.0, 1.0])
laplacian = nn.functional.pad(line[None, :], (0, 0, 1, 1)) + nn.functional.pad(line[:, None], (1, 1))
