"""File → source: one reader a format, furniture marked, date of publication found.

In: a path.  Out: a ``Source`` with exact text, or what could not be read and why.  Knows nothing of sentences.
"""

from __future__ import annotations

from compare.sources.collecting import read_source, read_sources
from compare.sources.manifest import ManifestEntry, read_manifest

__all__ = ["ManifestEntry", "read_manifest", "read_source", "read_sources"]
