"""
says: the twin of mean_loss_with_max, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        loss = ((nn.functional.conv2d(X, w) - Y) ** 2).sum()
        (g,) = torch.autograd.grad(loss, w)
        w.data -= lr * g
    return w.detach()
