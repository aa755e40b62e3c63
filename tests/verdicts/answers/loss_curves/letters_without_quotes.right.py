"""
says: writes the letters without quotes; repaired: quotes
kind: right
"""
loss_curves = {
    "no zero_grad": "D",
    "mean loss": "B",
    "ascent": "E",
    "bias kept": "A",
    "rate too large": "C",
}
