"""
says: eigenvalues of P^T P, the 2 in front forgotten
kind: wrong
repair: 2 P^T P
lines: 11
crashes: no
"""
P = nn.functional.unfold(images.stripes(6, 8)[None, None], (1, 2))[0].T
P_bias = torch.cat([P, torch.ones(len(P), 1)], dim=1)
largest_stable_lr = {
    name: (2 / torch.linalg.eigvalsh(A.T @ A)[-1]).item()
    for name, A in (("without_bias", P), ("with_bias", P_bias))
}
