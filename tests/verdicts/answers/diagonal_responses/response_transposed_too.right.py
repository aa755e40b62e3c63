"""
says: transposes the response of the transposed image, too; repaired: leave the response as it comes
kind: right
"""
K = torch.tensor([[1.0, -1.0]])


def answers(name, X):
    return {
        name: corr2d(X, K),
        f"{name}, X transposed": corr2d(X.t(), K),
        f"{name}, K transposed": corr2d(X, K.t()),
    }


diagonal_responses = {**answers("line", torch.eye(3)), **answers("step", images.diagonal_step(3))}
