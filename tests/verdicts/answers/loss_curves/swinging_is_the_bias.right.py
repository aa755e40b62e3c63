"""
says: takes the swinging curve for the bias and the slow rise for the gradient that is never cleared; repaired: exchange A and D
kind: right
"""
loss_curves = {"mean loss": "B", "ascent": "E", "rate too large": "C"}
loss_curves["no zero_grad"], loss_curves["bias kept"] = "D", "A"
