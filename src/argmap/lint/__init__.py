"""From an ArgumentMap to what could be better about it.

Pure: a map, the Document of its own file and settings in, diagnostics out.
"""
