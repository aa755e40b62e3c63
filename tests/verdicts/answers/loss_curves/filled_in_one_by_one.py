"""
says: fills the dict entry by entry
kind: right
"""
loss_curves = dict.fromkeys(["no zero_grad", "mean loss", "ascent", "bias kept", "rate too large"])
for bug, letter in zip(loss_curves, "DBEAC"):
    loss_curves[bug] = letter
