"""
says: appends the ones as a row
kind: wrong
repair: as a column, dim=1
lines: 10
crashes: yes
cause: rows and columns do not fit together
"""
P = nn.functional.unfold(images.stripes(6, 8)[None, None], (1, 2))[0].T
P_bias = torch.cat([P, torch.ones(42, 1)], dim=0)
largest_stable_lr = {
    "without_bias": float(2 / torch.linalg.eigvalsh(2 * P.T @ P).max()),
    "with_bias": float(2 / torch.linalg.eigvalsh(2 * P_bias.T @ P_bias).max()),
}
