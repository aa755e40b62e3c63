"""The frame of every page of the report: one file that opens offline, prints, and runs nothing."""

from datetime import datetime
from html import escape

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; padding: 1.5em;
  max-width: 72em; }
h1 { font-size: 1.7em; margin: 0 0 0.2em; } h2 { margin: 2.2em 0 0.4em; border-bottom: 2px solid #0072B2; }
h3 { margin: 1.6em 0 0.3em; }
a { color: #00568a; } a:focus-visible, summary:focus-visible, input:focus-visible { outline: 3px solid #D55E00; }
nav { display: flex; flex-wrap: wrap; gap: 0.3em 1.2em; padding: 0.6em 0; }
svg { max-width: 100%; height: auto; vertical-align: middle; font: 13px system-ui, sans-serif; }
svg .tick { font-size: 12px; fill: #444; } svg .strong { font-weight: 600; }
.cards { display: flex; flex-wrap: wrap; gap: 0.8em; margin: 1em 0; }
.card { border: 1px solid #c4c4c4; border-radius: 6px; padding: 0.5em 1em; min-width: 8em; }
.card b { display: block; font-size: 1.6em; line-height: 1.2; } .card.person { border-left: 6px solid #D55E00; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; } th, td { padding: 0.25em 0.6em; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #1a1a1a; } tbody tr + tr > * { border-top: 1px solid #ddd; }
td svg { max-width: none; } td.bar { min-width: 300px; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
table.class { font-size: 0.85em; } table.class td { text-align: right; font-variant-numeric: tabular-nums; }
table.class thead th { writing-mode: vertical-rl; transform: rotate(180deg); padding: 0.6em 0.2em; border: 0; }
table.class thead th:first-child { writing-mode: initial; transform: none; vertical-align: bottom; }
.mistake { border-left: 6px solid #D55E00; padding: 0.1em 1em; margin: 1em 0; }
.mistake p { margin: 0.2em 0; } .mistake h3 { margin-top: 0.3em; } .sentence { font-size: 1.08em; }
.legend .mark { margin-right: 1.2em; } .legend i { display: inline-block; width: 1em; height: 1em; margin-right: 0.4em;
  vertical-align: -0.1em; border: 1px solid #777; }
.quiet { color: #555; } .answer { border: 1px solid #c4c4c4; border-radius: 6px; padding: 0.2em 1em; margin: 0.8em 0; }
.answer header { color: #555; font-size: 0.9em; }
code { background: #f3f3f3; padding: 0 0.2em; }
#hide-names:checked ~ main .who { display: none; }
details > summary { cursor: pointer; }
ul { margin: 0.3em 0; padding-left: 1.4em; }
.understood { color: #00568a; } .todo { color: #8f3f00; }
@media print { nav, .switch { display: none; } body { max-width: none; } details { display: block; } }
"""


def page(title: str, body: str, *, switch: str = "") -> str:
    """Return a whole page; `switch` is a control in front of it."""
    made = datetime.now().strftime("%Y-%m-%d %H:%M")
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{switch}<main>\n{body}\n"
        f'<p class="quiet">Made {made}. It opens without a network and runs no script.</p>\n</main>\n</body>\n</html>\n'
    )
