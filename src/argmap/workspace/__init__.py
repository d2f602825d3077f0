"""The one place that touches files. Every stage below it works on values."""

from argmap.workspace.discovery import discover
from argmap.workspace.files import (
    LARGEST,
    SUFFIX,
    CannotRead,
    CannotWrite,
    create_file,
    make_folder,
    project_root,
    read_bytes,
    shown,
    within_limit,
    write_file,
)
from argmap.workspace.load import MOST_LINES, Loaded, load, load_text

__all__ = [
    "LARGEST",
    "MOST_LINES",
    "SUFFIX",
    "CannotRead",
    "CannotWrite",
    "Loaded",
    "create_file",
    "discover",
    "load",
    "load_text",
    "make_folder",
    "project_root",
    "read_bytes",
    "shown",
    "within_limit",
    "write_file",
]
