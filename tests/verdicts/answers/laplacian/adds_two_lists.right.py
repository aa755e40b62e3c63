"""
says: adds nested lists of floats as if they were matrices and multiplies; repaired: tensors
kind: right
"""
row = [[0.0, 0.0, 0.0], [1.0, -2.0, 1.0], [0.0, 0.0, 0.0]]
column = [[0.0, 1.0, 0.0], [0.0, -2.0, 0.0], [0.0, 1.0, 0.0]]
laplacian = 1.0 * torch.tensor(row) + 1.0 * torch.tensor(column)
