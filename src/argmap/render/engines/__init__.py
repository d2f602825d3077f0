"""Layout engines: each turns a label-free graph into heights and columns, and nothing else.

An engine knows no text, no colours and no lines; the picture looks the same whichever was used.
"""
