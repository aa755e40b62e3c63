"""
says: K as a matrix: X @ K fails on the shapes
kind: wrong
repair: corr2d
lines: 13
crashes: yes
cause: a 3 x 3 image and a 1 x 2 kernel have no matrix product
"""
K = torch.tensor([[1.0, -1.0]])
line, step = images.diagonal(3), images.diagonal_step(3)
diagonal_responses = {}
for name, X in (("line", line), ("step", step)):
    diagonal_responses[name] = X @ K
    diagonal_responses[name + ", X transposed"] = corr2d(X.t(), K)
    diagonal_responses[name + ", K transposed"] = corr2d(X, K.t())
