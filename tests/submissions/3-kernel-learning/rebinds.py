"""The weight is rebound, so its second step has no gradient; blown-up curves mixed up; the steepest direction missed."""

# %% learn_kernel
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.randn(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        l = ((nn.functional.conv2d(X, w) - Y) ** 2).sum()
        l.backward()
        w = w - lr * w.grad
    return w

# %% loss_curves
loss_curves = {"no zero_grad": "D", "mean loss": "B", "ascent": "C", "bias kept": "A", "rate too large": "E"}

# %% largest_stable_lr
largest_stable_lr = {"without_bias": 1 / 60, "with_bias": 0.00804}

# %% answer-what_was_learned [markdown]
