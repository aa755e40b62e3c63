"""
says: takes the steepest curve for ascent; repaired: exchange C and E
kind: right
"""
loss_curves = dict(zip(
    ("no zero_grad", "mean loss", "bias kept"),
    ("D", "B", "A"),
))
loss_curves.update({"ascent": "E", "rate too large": "C"})
