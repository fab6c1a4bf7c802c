"""Sample texts of realistic length: about 600 words, drawn so that few words are common and most are rare."""

from itertools import accumulate
from random import Random

from demo.seed.vocabulary import WORDS
from publishing.text import make_slug

#: So many sentences are written once in each language; a text is a choice of them.
SENTENCES = 60_000
SENTENCES_OF_A_TEXT = 44
#: How fast words become rarer (Zipf's law, with an exponent near that of written language).
EXPONENT = 1.05
#: The words that are rarer than these, so that titles tell something of their text.
TITLE_WORDS = slice(200, 3000)
SAYS_SO = {
    "ar": "هذا نص تجريبي كتبه برنامج لقياس سرعة الموقع، ولا معنى له.",
    "en": "This is sample text, written by a program to measure the site; it means nothing.",
}
DATELINE = {"ar": "نص تجريبي", "en": "Sample text"}
COMMA, STOP = {"ar": "،", "en": ","}, "."


class Writer:
    """Writes texts in one language; the same ``seed`` gives the same texts in the same order."""

    def __init__(self, language, seed, sentences=SENTENCES):
        self.language = language
        self.random = Random(f"{seed} {language}")  # noqa: S311  (nothing depends on its being unforeseeable)
        words = WORDS[language]()
        weights = list(accumulate(1 / (rank + 2.7) ** EXPONENT for rank in range(len(words))))
        self.title_words = words[TITLE_WORDS]
        self.sentences = [self._sentence(words, weights) for _ in range(sentences)]

    def words(self, number):
        """The words of the text of document ``number``, as a dict with all of WORDS."""
        title = f"{' '.join(self.random.sample(self.title_words, 6))} {number}"
        title = title[0].upper() + title[1:]
        said = self.random.choices(self.sentences, k=SENTENCES_OF_A_TEXT)
        return {
            "title": title,
            # The number tells it from every other, so it stays when the slug is cut.
            "slug": f"{make_slug(title)[:50].strip('-')}-{number}",
            "kicker": "",
            "summary": f"{said[0]} {said[1]}"[:600],
            "body": self._body(said),
            "byline": "",
            "dateline": DATELINE[self.language],
        }

    def earlier(self, words):
        """The text that stood before ``words``: another title, and one paragraph fewer."""
        start, _paragraph, end = words["body"].rpartition("<p>")
        return words | {"title": words["title"].rsplit(" ", 2)[0], "body": start or end}

    def names(self, count):
        """So many different names of two words."""
        names = {}
        while len(names) < count:
            names[" ".join(word.capitalize() for word in self.random.sample(self.title_words, 2))] = True
        return list(names)

    def line(self):
        """One sentence."""
        return self.random.choice(self.sentences)

    def _sentence(self, words, weights):
        chosen = self.random.choices(words, cum_weights=weights, k=self.random.randint(7, 20))
        if len(chosen) > 12:
            chosen[6] += COMMA[self.language]
        chosen[0] = chosen[0][0].upper() + chosen[0][1:]
        return " ".join(chosen) + STOP

    def _body(self, said):
        paragraphs = [
            SAYS_SO[self.language],
            *(" ".join(said[start : start + 6]) for start in range(2, 44, 6)),
        ]
        heading = said[2].rstrip(STOP)[:80]
        parts = [f"<p>{paragraph}</p>" for paragraph in paragraphs]
        parts.insert(4, f"<h2>{heading}</h2>")
        return "".join(parts)
