"""
says: solves the conditions
kind: right
"""
def derivative_kernel(degree):
    x = torch.arange(degree + 1, dtype=torch.float64)
    conditions = torch.stack([x**power for power in range(degree + 1)])
    wanted = torch.zeros(degree + 1, dtype=torch.float64)
    wanted[-1] = torch.lgamma(torch.tensor(degree + 1.0, dtype=torch.float64)).exp()
    return torch.linalg.solve(conditions, wanted)[None].round().float()
