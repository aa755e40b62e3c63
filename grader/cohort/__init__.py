"""Grades a class: workers on this machine or on a cluster, and the report on what the class understood.

Knows nothing of a notebook's inside.
"""
