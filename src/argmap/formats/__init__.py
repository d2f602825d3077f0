"""Other ways to write a map down: one module a format, listed in `argmap.formats.registry`."""
