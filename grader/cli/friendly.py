"""How a command fails: what a person can mend is one line, without a traceback."""

import sys

import click

from grader.errors import UserError


class Friendly(click.Group):
    """Turns the errors that users can cause into one clear line and exit status 2."""

    def invoke(self, context: click.Context) -> object:
        """Run a command; unexpected errors keep their traceback."""
        try:
            return super().invoke(context)
        except UserError as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(2)
        except Exception as error:
            from grader.submission.faults import known_fault

            said = known_fault(error)
            if not said:
                raise
            click.echo(f"error: {said}", err=True)
            sys.exit(2)
