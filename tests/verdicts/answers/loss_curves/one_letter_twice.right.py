"""
says: gives E to two bugs; repaired: C for the rate that is too large
kind: right
"""
loss_curves = {
    "no zero_grad": "D", "mean loss": "B", "ascent": "E", "bias kept": "A",
    "rate too large": "C",
}
