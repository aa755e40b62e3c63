"""
says: mixes up the slow curve and the one that swings; repaired: D swings, B is slow
kind: right
"""
loss_curves = {
    "no zero_grad": "D",
    "mean loss": "B",
    "ascent": "E",
    "bias kept": "A",
    "rate too large": "C",
}
