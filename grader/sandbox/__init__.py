"""Runs a notebook in a confined fork and brings its answers out as plain data.

Knows no task, no pack and no course of nbgrader; expected outputs never come here.
"""
