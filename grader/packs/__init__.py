"""Holds the tasks as data: inputs, expected and mistaken outputs, weights, hints, and the secret seed behind them.

Knows neither how a pack is made nor how it is graded; imports no torch.
"""
