"""
says: forgets a comma between two rows
kind: wrong
repair: the comma
lines: 10
crashes: yes
cause: without it Python takes the second row for an index of the first
"""
sobel_x = torch.tensor([
    [1.0, 0.0, -1.0]
    [2.0, 0.0, -2.0],
    [1.0, 0.0, -1.0],
])
