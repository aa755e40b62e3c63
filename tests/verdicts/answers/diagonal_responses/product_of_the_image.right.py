"""
says: K as a matrix: X @ K fails on the shapes; repaired: corr2d
kind: right
"""
K = torch.tensor([[1.0, -1.0]])
line, step = images.diagonal(3), images.diagonal_step(3)
diagonal_responses = {}
for name, X in (("line", line), ("step", step)):
    diagonal_responses[name] = corr2d(X, K)
    diagonal_responses[name + ", X transposed"] = corr2d(X.t(), K)
    diagonal_responses[name + ", K transposed"] = corr2d(X, K.t())
