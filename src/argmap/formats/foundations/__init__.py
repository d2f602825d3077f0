"""How what a map rests on is written down: one module a format, each with a `write`.

`text` is for the terminal, `json` for other programs.
"""
