"""
says: takes the swinging curve for the bias and the slow rise for the gradient that is never cleared
kind: wrong
repair: exchange A and D
lines: 9
crashes: no
"""
loss_curves = {"mean loss": "B", "ascent": "E", "rate too large": "C"}
loss_curves["no zero_grad"], loss_curves["bias kept"] = "A", "D"
