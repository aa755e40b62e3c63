"""
says: every difference the other way round; repaired: left minus right, above minus below
kind: right
"""
def response(X, axis):
    return -X.diff(dim=axis)


diagonal_responses = {}
for name, X in (("line", torch.eye(3)), ("step", images.diagonal_step(3))):
    diagonal_responses[name] = response(X, 1)
    diagonal_responses[f"{name}, X transposed"] = response(X.t(), 1)
    diagonal_responses[f"{name}, K transposed"] = response(X, 0)
