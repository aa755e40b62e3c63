"""
says: writes the letters without quotes
kind: wrong
repair: quotes
lines: 10
crashes: yes
cause: D is taken for a name, which is not defined
"""
loss_curves = {
    "no zero_grad": D,
    "mean loss": "B",
    "ascent": "E",
    "bias kept": "A",
    "rate too large": "C",
}
