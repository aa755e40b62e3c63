"""
says: believes "no change" for the transposed step as well; repaired: the step's own response when transposed
kind: right
"""
K = torch.tensor([[1.0, -1.0]])
step = images.diagonal_step(3)
diagonal_responses = {
    "line": corr2d(torch.eye(3), K),
    "line, X transposed": corr2d(torch.eye(3), K),
    "line, K transposed": corr2d(torch.eye(3), K.t()),
    "step": corr2d(step, K),
    "step, X transposed": corr2d(step.t(), K),
    "step, K transposed": corr2d(step, K.t()),
}
