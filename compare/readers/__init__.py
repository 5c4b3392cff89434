"""Files → sources.  One file a format; the table below says which reader takes which suffix."""

from __future__ import annotations

from compare.readers.collecting import read_source, read_sources
from compare.readers.manifest import ManifestEntry, read_manifest

__all__ = ["ManifestEntry", "read_manifest", "read_source", "read_sources"]
