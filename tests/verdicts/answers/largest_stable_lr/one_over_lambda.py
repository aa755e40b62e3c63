"""
says: 1 / curvature, the rate that is home in one step
kind: wrong
repair: 2 / curvature
lines: 12
crashes: no
"""
P = nn.functional.unfold(images.stripes(6, 8)[None, None], (1, 2))[0].T


def limit(P):
    return float(1 / torch.linalg.eigvalsh(2 * P.T @ P).max())


largest_stable_lr = {
    "without_bias": limit(P),
    "with_bias": limit(torch.cat([P, torch.ones(42, 1)], 1)),
}
