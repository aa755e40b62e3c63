"""
says: believes "no change" for the transposed step as well; repaired: the step's own response when transposed
kind: right
"""
step = images.diagonal_step(3)
diagonal_responses = {
    "line": corr2d(torch.eye(3), K_difference),
    "line, X transposed": corr2d(torch.eye(3), K_difference),
    "line, K transposed": corr2d(torch.eye(3), K_difference.t()),
    "step": corr2d(step, K_difference),
    "step, X transposed": corr2d(step.t(), K_difference),
    "step, K transposed": corr2d(step, K_difference.t()),
}
