"""From an argument map to an evaluation: which claims stand, how strongly, and why.

`evaluate` is the door; docs/semantics.md says what all of it means.
"""
