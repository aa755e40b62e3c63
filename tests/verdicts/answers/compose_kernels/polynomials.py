"""
says: as polynomials in two variables, in a Counter
kind: right
"""
def compose_kernels(K1, K2):
    from collections import Counter

    terms = Counter()
    for (i, row), (k, other) in [(p, q) for p in enumerate(K1.tolist()) for q in enumerate(K2.tolist())]:
        for j, x in enumerate(row):
            for m, y in enumerate(other):
                terms[i + k, j + m] += x * y
    out = torch.zeros(K1.shape[0] + K2.shape[0] - 1, K1.shape[1] + K2.shape[1] - 1)
    for place, value in terms.items():
        out[place] = value
    return out
