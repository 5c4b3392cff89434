"""The errors that Crosscheck raises on purpose; each message names the file, the place and the mend."""


class CrosscheckError(Exception):
    """Anything that a user can mend; ``str()`` is one clear sentence."""


class SourceError(CrosscheckError):
    """A source (or draft) that could not be read or holds no text."""


class ManifestError(CrosscheckError):
    """A manifest that is not valid TOML or names what does not exist."""


class SettingsError(CrosscheckError):
    """A configuration value that is missing, unknown or out of range."""


class StoreError(CrosscheckError):
    """A review project that cannot be opened, is damaged, or refuses a change."""


class ResourceError(CrosscheckError):
    """A language resource that the installation lacks or that is damaged."""


class WireError(CrosscheckError):
    """A JSON report that is damaged, of another version, or written without the article text."""
