"""
says: a column of zeros for the bias
kind: wrong
repair: ones
lines: 9
crashes: no
"""
P = nn.functional.unfold(images.stripes(6, 8)[None, None], (1, 2))[0].T
meets = torch.zeros(42, 1)
largest_stable_lr = {
    name: float(1 / torch.linalg.matrix_norm(A, 2) ** 2)
    for name, A in (("without_bias", P), ("with_bias", torch.cat([P, meets], 1)))
}
