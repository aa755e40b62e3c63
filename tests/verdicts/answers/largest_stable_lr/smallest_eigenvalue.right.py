"""
says: takes the smallest curvature; repaired: the largest
kind: right
"""
P = nn.functional.unfold(images.stripes(6, 8)[None, None], (1, 2))[0].T
largest_stable_lr = {}
for name, A in {"without_bias": P, "with_bias": torch.hstack([P, torch.ones(42, 1)])}.items():
    curvatures = torch.linalg.eigvalsh(2 * A.T @ A)
    largest_stable_lr[name] = float(2 / curvatures[-1])
