"""
says: adds a text and a number
kind: wrong
repair: two numbers
lines: 10
crashes: yes
cause: "1" is a text
"""
def minimum_size(degree):
    return degree + "1"
