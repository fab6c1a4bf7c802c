"""The colours of tokens.css against each other, in both themes: 7:1 for what is read, 4.5:1 for labels, 3:1 for signs."""

import re
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
TOKENS = (STATIC / "css" / "tokens.css").read_text()
BASE = (Path(__file__).resolve().parent.parent.parent / "templates" / "base.html").read_text()

PAPERS = ("paper", "surface", "sunken", "accent-ground")
STATES = ("proposed", "adopted", "in_progress", "implemented", "stalled", "superseded")
#: Text, what it stands on, the least contrast.
READ = [(text, ground, 7) for text in ("ink", "ink-soft") for ground in PAPERS]
READ += [("ink", "highlight", 7), ("paper", "ink", 7), ("panel-ink", "panel", 7), ("panel-soft", "panel", 7)]
LABELS = [(text, ground, 4.5) for text in ("accent", "accent-strong", "gold-ink") for ground in PAPERS]
LABELS += [("mark-ink", ground, 4.5) for ground in ("accent", "accent-strong")]
LABELS += [("panel-line", "panel", 4.5), ("panel", "panel-ink", 4.5), ("panel", "panel-soft", 4.5)]
LABELS += [(f"status-{state}", f"status-{state}-ground", 4.5) for state in STATES]
LABELS += [(f"status-{state}", ground, 4.5) for state in STATES for ground in ("paper", "surface", "sunken")]
SIGNS = [(sign, ground, 3) for sign in ("line-strong", "focus") for ground in PAPERS]
SIGNS += [("focus", f"status-{state}-ground", 3) for state in STATES]


def palette():
    """{name: (light, dark)} of every colour in tokens.css, each as #rrggbb."""
    found = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", TOKENS)
    return {name: (light, dark) for name, light, dark in found}


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_the_guidelines_say():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_every_text_and_sign_stands_out_from_its_ground_in_both_themes():
    colours = palette()
    weak = [
        f"{theme}: {front} on {ground} {found:.2f} < {least}"
        for front, ground, least in READ + LABELS + SIGNS
        for place, theme in enumerate(("light", "dark"))
        if (found := contrast(colours[front][place], colours[ground][place])) < least
    ]

    assert weak == []


def test_every_colour_is_measured_or_only_decorates():
    measured = {name for front, ground, _ in READ + LABELS + SIGNS for name in (front, ground)}

    assert set(palette()) - measured == {"line", "gold"}


def test_the_palette_is_written_once_and_each_colour_has_both_themes():
    colours = re.findall(r"--([\w-]+): [^;]*#[0-9a-fA-F]{3,8}", TOKENS)

    assert sorted(colours) == sorted(palette())
    assert "prefers-color-scheme" not in TOKENS


def test_components_take_their_colours_from_the_tokens():
    """White and black that are let through at some strength are shades, not colours."""
    sheets = [STATIC / "css" / f"{name}.css" for name in ("base", "layout", "typography")]
    sheets += sorted((STATIC / "css" / "components").glob("*.css"))
    own = {sheet.stem: re.findall(r":[^;{}]*?(#[0-9a-fA-F]{3,8}\b)", sheet.read_text()) for sheet in sheets}

    # In a mask #000 only says "shown here".
    assert {stem: set(found) - {"#000"} for stem, found in own.items() if set(found) - {"#000"}} == {}


def test_the_browser_s_own_bar_has_the_colour_of_the_head():
    bars = re.findall(r'name="theme-color" content="(#[0-9a-f]{6})"', BASE)

    assert tuple(bars) == palette()["surface"]
