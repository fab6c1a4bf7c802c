"""The picture that is shown where a link to the site is shared: one for each live text, and one for the site itself.

words.py says what stands on it, lines.py breaks the title, drawing.py draws, pages.py answers requests and keeps what is drawn.
"""
