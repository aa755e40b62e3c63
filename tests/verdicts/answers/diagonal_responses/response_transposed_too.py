"""
says: transposes the response of the transposed image, too
kind: wrong
repair: leave the response as it comes
lines: 14
crashes: no
"""
K = torch.tensor([[1.0, -1.0]])


def answers(name, X):
    return {
        name: corr2d(X, K),
        f"{name}, X transposed": corr2d(X.t(), K).t(),
        f"{name}, K transposed": corr2d(X, K.t()),
    }


diagonal_responses = {**answers("line", torch.eye(3)), **answers("step", images.diagonal_step(3))}
