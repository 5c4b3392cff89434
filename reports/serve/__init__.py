"""The HTTP endpoint for content systems: a draft and its sources in, the check as JSON out."""
