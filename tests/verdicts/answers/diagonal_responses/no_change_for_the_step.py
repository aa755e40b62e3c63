"""
says: believes "no change" for the transposed step as well
kind: wrong
repair: the step's own response when transposed
lines: 14
crashes: no
"""
step = images.diagonal_step(3)
diagonal_responses = {
    "line": corr2d(torch.eye(3), K_difference),
    "line, X transposed": corr2d(torch.eye(3), K_difference),
    "line, K transposed": corr2d(torch.eye(3), K_difference.t()),
    "step": corr2d(step, K_difference),
    "step, X transposed": corr2d(step, K_difference),
    "step, K transposed": corr2d(step, K_difference.t()),
}
