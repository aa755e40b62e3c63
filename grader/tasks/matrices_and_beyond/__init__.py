"""The tasks of `6-matrices-and-beyond`, the bonus."""
