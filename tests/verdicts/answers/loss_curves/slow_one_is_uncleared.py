"""
says: mixes up the slow curve and the one that swings
kind: wrong
repair: D swings, B is slow
lines: 9, 10
crashes: no
"""
loss_curves = {
    "no zero_grad": "B",
    "mean loss": "D",
    "ascent": "E",
    "bias kept": "A",
    "rate too large": "C",
}
