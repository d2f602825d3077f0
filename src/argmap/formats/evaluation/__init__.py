"""How an evaluated map is written down: one module a format, each with a `write`.

`text` is for the terminal, `json` for other programs, `markdown` for people who were not there.
"""
