"""
says: torch.Size objects in the dict
kind: right
"""
predicted_shapes = {name: torch.Size([8, 8]) for name in ("In [33]", "In [34]")}
predicted_shapes |= {name: torch.Size([4, 4]) for name in ("In [35]", "In [36]")}
predicted_shapes |= {"In [37]": torch.Size([2, 2]), "even kernel": torch.Size([9, 7])}
