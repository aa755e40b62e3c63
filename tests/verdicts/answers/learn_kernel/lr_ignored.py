"""
says: The rate is written into the loop as 3e-2; the argument lr is ignored
kind: wrong
repair: update line, as in the twin
lines: 14
crashes: no
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = (nn.functional.conv2d(X, w) - Y).pow(2).sum()
        (g,) = torch.autograd.grad(loss, w)
        with torch.no_grad():
            w -= 3e-2 * g
    return w.detach()
