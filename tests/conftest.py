from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of corpora and labelled data beside the checkout: skipped without it, a failure in CI."""
    if not (SHARED / "corpora").is_dir():
        reason = "the corpora and labelled data are not beside this checkout (../shared)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED
