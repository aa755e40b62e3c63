"""
says: tuples, counted from layers
kind: right
"""
def count(layer):
    return tuple(parameter.numel() for parameter in layer.parameters())


parameter_counts = {
    "color": count(nn.Conv2d(3, 8, 3)),
    "stride": count(nn.Conv2d(3, 8, 3, stride=4)),
    "one_by_one": count(nn.Conv2d(3, 2, 1)),
    "dense": count(nn.Linear(27, 18)),
}
