"""A comparison and a check as versioned JSON, and back; the schemas lie beside the code.

In: ``Comparison`` or a draft check.  Out: plain JSON values.  Works nothing out.
"""
