"""
says: right, by photo
kind: right
"""
def channel_exposing_case():
    return images.portrait(12, color=True), torch.linspace(-2, 3, 3 * 2 * 3).reshape(3, 2, 3)
