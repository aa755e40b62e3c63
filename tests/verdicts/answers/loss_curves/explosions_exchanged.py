"""
says: takes the steepest curve for ascent
kind: wrong
repair: exchange C and E
lines: 12
crashes: no
"""
loss_curves = dict(zip(
    ("no zero_grad", "mean loss", "bias kept"),
    ("D", "B", "A"),
))
loss_curves.update({"ascent": "C", "rate too large": "E"})
