"""The chart of docs/performance.md: an SVG drawn here, legible on a light and on a dark page."""

from html import escape

BAR, GAP, GROUP, LEFT, WIDTH, RIGHT = 9, 2, 10, 190, 560, 70
#: One colour a series, the same on both grounds.
COLOURS = ("#2f7f86", "#b5654a", "#7a8fc4", "#c39b3f")
STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#1c2a2e}.line{stroke:#9aa5a8;stroke-dasharray:3 3}"
    "@media(prefers-color-scheme:dark){text{fill:#e8ecec}.line{stroke:#7d898c}}"
)


def chart(title, groups, series):
    """SVG out. ``groups`` are (name, [a share of the bare view, or None, for each of ``series``]); a share of 1 is as fast."""
    most = max((share for _name, shares in groups for share in shares if share is not None), default=1)
    scale = WIDTH / max(1.0, most)
    parts, top = _legend(series), 30 + 18 * len(series)
    start = top
    for name, shares in groups:
        height = len(shares) * (BAR + GAP)
        parts.append(_text(LEFT - 8, top + height / 2 + 3, name, "end"))
        for place, share in enumerate(shares):
            if share is not None:
                parts += _bar(top + place * (BAR + GAP), share, scale, COLOURS[place % len(COLOURS)])
        top += height + GROUP
    one = LEFT + scale
    parts.append(f'<line class="line" x1="{one:.1f}" x2="{one:.1f}" y1="{start - 6}" y2="{top}"/>')
    size = f"{LEFT + WIDTH + RIGHT} {top + 10}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title><style>{STYLE}</style>{''.join(parts)}</svg>\n"
    )


def _legend(series):
    parts = []
    for place, name in enumerate(series):
        y = 12 + 18 * place
        parts.append(
            f'<rect x="{LEFT}" y="{y}" width="12" height="12" fill="{COLOURS[place % len(COLOURS)]}"/>'
        )
        parts.append(_text(LEFT + 18, y + 10, name))
    return parts


def _bar(y, share, scale, colour):
    width = max(1.0, share * scale)
    number = f"{share:.2f}" if share >= 0.1 else f"{share:.3f}"
    return [
        f'<rect x="{LEFT}" y="{y}" width="{width:.1f}" height="{BAR}" fill="{colour}"/>',
        f'<text x="{LEFT + width + 4:.1f}" y="{y + BAR - 1}" font-size="9" style="font-size:9px">{number}</text>',
    ]


def _text(x, y, words, anchor="start"):
    return f'<text x="{x}" y="{y:.0f}" text-anchor="{anchor}">{escape(words)}</text>'
