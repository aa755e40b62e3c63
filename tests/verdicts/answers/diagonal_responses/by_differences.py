"""
says: slices in place of corr2d; tensors in the dict
kind: right
"""
diagonal_responses = {}
for name, X in {"line": images.diagonal(3), "step": images.diagonal_step(3)}.items():
    diagonal_responses[name] = X[:, :-1] - X[:, 1:]
    diagonal_responses[name + ", X transposed"] = X.t()[:, :-1] - X.t()[:, 1:]
    diagonal_responses[name + ", K transposed"] = X[:-1] - X[1:]
