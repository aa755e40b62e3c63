"""
says: gives E to two bugs
kind: wrong
repair: C for the rate that is too large
lines: 10
crashes: no
"""
loss_curves = {
    "no zero_grad": "D", "mean loss": "B", "ascent": "E", "bias kept": "A",
    "rate too large": "E",
}
