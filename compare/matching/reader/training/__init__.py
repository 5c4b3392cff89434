"""Makes the reader's model; the product does not run it.  See README.md."""
