"""
says: transposes the response of the transposed image, too
kind: wrong
repair: leave the response as it comes
lines: 11
crashes: no
"""
def answers(name, X):
    return {
        name: corr2d(X, K_difference),
        f"{name}, X transposed": corr2d(X.t(), K_difference).t(),
        f"{name}, K transposed": corr2d(X, K_difference.t()),
    }


diagonal_responses = {**answers("line", torch.eye(3)), **answers("step", images.diagonal_step(3))}
