"""
says: the twin of nonleaf, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.rand(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = ((nn.functional.conv2d(X, w) - Y) ** 2).sum()
        loss.backward()
        w = (w - lr * w.grad).detach().requires_grad_()
    return w.detach()
