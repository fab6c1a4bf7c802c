"""Decisions, recommendations, milestones and updates out of a table that an editor brings.

``reading`` makes rows of texts of a file, ``sheets`` says what its columns mean, ``running`` does the acts of all rows or
of none.
"""
