"""Oracles of notebook 3: gradient descent in closed form, losses recomputed, limits from eigenvalues."""

import torch

from course import images

from .compare import Checks, agree, correlate, normal


def _windows(X):
    """Return the windows of an image, one a row, two pixels each."""
    return torch.stack([X[:, :-1].flatten(), X[:, 1:].flatten()], 1).double()


def _descended(X, Y, steps, lr):
    """Return where `steps` steps of gradient descent from 0 end."""
    P, y = _windows(X), Y.double().flatten()
    H, goal = 2 * P.T @ P, torch.linalg.lstsq(P, y).solution
    return goal - torch.linalg.matrix_power(torch.eye(2) - lr * H, steps) @ goal


def learn_kernel(f) -> Checks:
    goals = [[300.0, -500.0], [-700.0, 200.0], [640.0, 610.0], [0.0, 900.0]]

    def within(X, goal, steps, lr, *given, **named):
        """Is the result where the steps lead, within 1 % of the largest weight?"""
        Y = correlate(X, torch.tensor([goal])).float()
        want = _descended(X, Y, steps, lr).reshape(1, 1, 1, 2)
        got = f(X.clone()[None, None], Y[None, None], *given, **named)
        return agree(got, want, 0.01 * max(map(abs, goal)) / max(1.0, float(want.abs().max())))

    pictures = {"random": normal(6, 7, seed=1), "line": images.diagonal(8), "wide": normal(4, 9, seed=8)}
    pictures["tall"] = normal(9, 3, seed=5)
    for goal, (name, X) in zip(goals, pictures.items(), strict=True):
        rate = float(1.0 / torch.linalg.eigvalsh(2 * _windows(X).T @ _windows(X)).max())
        yield f"30 steps, {goal}, {name}", lambda X=X, goal=goal, rate=rate: within(X, goal, 30, rate, *(30, rate))
    X, goal = images.diagonal(8), [600.0, -800.0]
    for steps in (0, 1, 2, 3, 5):
        yield f"{steps} steps", lambda n=steps: within(X, goal, n, 0.03, num_steps=n)
    for rate in (0.0, 0.005, 0.02, 0.06):
        yield f"rate {rate}", lambda rate=rate: within(X, goal, 2, rate, *(2, rate))
    yield "defaults", lambda: within(X, goal, 10, 0.03)
    slow = float(1.0 / torch.linalg.eigvalsh(2 * _windows(pictures["random"]).T @ _windows(pictures["random"])).max())
    yield "a small loss is no end", lambda: within(pictures["random"], [0.6, -0.8], 30, slow, 30, slow)
    yield "a new call starts anew", lambda: within(X, goal, 0, 0.03, num_steps=0)

    def untouched():
        big, K = normal(1, 1, 9, 12), torch.tensor([[300.0, -400.0]])
        X = big[:, :, 1:7:2, 2:10]
        Y = torch.zeros(1, 1, 3, 9)[:, :, :, 1:8]
        Y[0, 0] = correlate(X[0, 0], K)
        before = X.clone(), Y.clone()
        f(X, Y, num_steps=2, lr=0.001)
        return torch.equal(X, before[0]) and torch.equal(Y, before[1]) and not X.requires_grad

    yield "slices, left as they are", untouched


def loss_curves(value) -> Checks:
    printed = {"A": 24.5, "B": 25.6, "C": 298, "D": 16, "E": 255}  # a number of each curve that tells it apart
    X = images.stripes(6, 8)
    P, y = _windows(X), correlate(X, torch.tensor([[1.0, -1.0]])).flatten()

    def losses(scale=1.0, lr=0.018, bias=False, clear=True):
        A = torch.cat([P, torch.ones(len(P), 1)], 1) if bias else P
        w = torch.zeros(A.shape[1], dtype=torch.float64)
        w[:2] = torch.tensor([-0.54407, -0.347])
        held = torch.zeros_like(w)
        for _ in range(11):
            error = A @ w - y
            yield float(error @ error)
            held = (0 if clear else held) + scale * 2 * A.T @ error
            w = w - lr * held

    runs = {
        "no zero_grad": losses(clear=False),
        "mean loss": losses(scale=1 / 42),
        "ascent": losses(scale=-1.0),
        "bias kept": losses(bias=True),
        "rate too large": losses(lr=0.1),
    }
    for bug, run in runs.items():
        run = list(run)
        letters = [letter for letter, loss in printed.items() if any(abs(x / loss - 1) < 0.03 for x in run[1:3])]
        yield bug, lambda bug=bug, letters=letters: value[bug] in letters


def largest_stable_lr(value) -> Checks:
    P = _windows(images.stripes(6, 8))
    for name, A in {"without_bias": P, "with_bias": torch.cat([P, torch.ones(42, 1)], 1)}.items():
        limit = float(2 / torch.linalg.eigvalsh(2 * A.T @ A).max())
        yield name, lambda name=name, limit=limit: abs(float(value[name]) - limit) <= 0.0005
