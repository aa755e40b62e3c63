"""
says: right, by reduce
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    slope = torch.func.grad(lambda w: (nn.functional.conv2d(X, w) - Y).square().sum())
    from functools import reduce
    return reduce(lambda w, _: w - lr * slope(w), range(num_steps), torch.full((1, 1, 1, 2), 0.1))
