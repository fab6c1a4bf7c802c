"""A PDF as Chromium's viewer reads it: pdfium, the same program."""

import unicodedata

import pypdfium2


class Paper:
    """``pages``: the words of each page, one space between them. ``words``: those of all. ``sizes`` in points.

    ``is_whole``: nothing of it stands outside its page.
    """

    def __init__(self, data):
        document = pypdfium2.PdfDocument(data)
        self.pages = [_words(page) for page in document]
        self.words = " ".join(self.pages)
        self.sizes = [tuple(round(side) for side in page.get_size()) for page in document]
        self.is_whole = all(map(_is_inside, document))
        self.about = document.get_metadata_dict()
        self.is_tagged = bool(pypdfium2.raw.FPDFCatalog_IsTagged(document.raw))


def _words(page):
    text = unicodedata.normalize("NFC", page.get_textpage().get_text_range())
    return " ".join(text.replace("\u200f", "").replace("\u200e", "").split())


def _is_inside(page):
    width, height = page.get_size()
    text = page.get_textpage()
    boxes = [text.get_charbox(place) for place in range(text.count_chars())]
    return all(
        left >= -1 and low >= -1 and right <= width + 1 and high <= height + 1
        for left, low, right, high in boxes
    )
