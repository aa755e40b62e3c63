"""Scores answers and says why: plain data in, plain data out.

Starts no process, runs no student code, opens no file.
"""
