"""The translation files in locale/: kept in step with the sources, compiled and checked without GNU gettext.

English is filled from the source by itself, Arabic is left empty for a person to write; nothing is ever fuzzy,
nothing obsolete stays, and references name files without line numbers, so that a diff shows what a person did.
"""

import os
import re
from pathlib import Path

import polib

from forum_site.message_sources import Message, Messages, all_messages

# The plural rules of Unicode CLDR, written for gettext; Arabic: zero, one, two, few (3-10), many (11-99), other (100).
PLURAL_FORMS = {
    "ar": (
        "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
        "n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;"
    ),
    "en": "nplurals=2; plural=(n != 1);",
}
FORMS = {"ar": 6, "en": 2}
# Forms that say their number in words ("قراران") and so may leave its placeholder out.
FORMS_IN_WORDS = {"ar": {0, 1, 2}, "en": {0}}
DOMAINS = ("django", "djangojs")
NAMED = re.compile(r"%\(\w+\)[a-z]|(?<!%)\{\w*\}")
POSITIONAL = re.compile(r"(?<!%)%[sdif](?!\w)")


def update(root: Path) -> list[Path]:
    """Bring every catalogue below `root`/locale in step with the sources; the files that changed."""
    found = all_messages(root)
    return [path for path in catalogue_paths(root) if update_file(path, found[path.stem])]


def update_file(path: Path, messages: Messages) -> bool:
    """Write one catalogue anew: what translators wrote stays, new messages come, old ones go. Whether it changed."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    after = str(in_step(path, messages))
    if after != before:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(after, encoding="utf-8")
    return after != before


def in_step(path: Path, messages: Messages) -> polib.POFile:
    """The catalogue as it should stand in `path`: one entry a message, sorted by file and then by msgid."""
    language = language_of(path)
    written = entries(path)
    catalogue = polib.POFile()
    catalogue.header = "Multaqa: `make messages` collects, a person translates (docs/translating.md)."
    catalogue.metadata = header(language)
    for message in sorted(messages.values(), key=lambda m: (sorted(m.files), m.msgid, m.context or "")):
        catalogue.append(entry_for(message, language, written.get(message.key)))
    return catalogue


def entry_for(message: Message, language: str, written: polib.POEntry | None) -> polib.POEntry:
    """The entry of one message, with what was written for it; English that nobody wrote is the msgid itself."""
    entry = polib.POEntry(
        msgid=message.msgid,
        msgctxt=message.context,
        comment="\n".join(message.comments),
        tcomment=written.tcomment if written else "",
        occurrences=[(file, "") for file in sorted(message.files)],
    )
    if NAMED.search(message.msgid) or POSITIONAL.search(message.msgid):
        entry.flags = ["python-format" if "%" in message.msgid else "python-brace-format"]
    if message.plural:
        entry.msgid_plural = message.plural
        said = written.msgstr_plural if written else {}
        own = [message.msgid, message.plural] if language == "en" else [""] * FORMS[language]
        entry.msgstr_plural = {form: said.get(form) or own[form] for form in range(FORMS[language])}
    else:
        entry.msgstr = (written.msgstr if written else "") or (message.msgid if language == "en" else "")
    return entry


def check(root: Path) -> list[str]:
    """What is wrong with the catalogues below `root`/locale, each as "file: msgid: what"; nothing when all is well."""
    found = all_messages(root)
    return [
        f"{path.relative_to(root)}: {problem}"
        for path in catalogue_paths(root)
        for problem in problems_of_file(path, found[path.stem])
    ]


def problems_of_file(path: Path, messages: Messages) -> list[str]:
    """What is wrong with one catalogue: against the sources first, then entry by entry."""
    if not path.exists():
        return ["missing; run `make messages`"]
    written, wanted = entries(path), {entry_key(entry): entry for entry in in_step(path, messages)}
    problems = [
        f"{say(key)}: new in the sources; run `make messages`" for key in wanted if key not in written
    ]
    problems += [
        f"{say(key)}: no longer in the sources; run `make messages`" for key in written if key not in wanted
    ]
    problems += [
        f"{say(key)}: its files, comments or plural changed; run `make messages`"
        for key, entry in wanted.items()
        if key in written and not same_but_for_words(entry, written[key])
    ]
    language, catalogue = language_of(path), polib.pofile(str(path))
    if catalogue.metadata.get("Plural-Forms") != PLURAL_FORMS[language]:
        problems.append(f"header: Plural-Forms must be {PLURAL_FORMS[language]}")
    problems += [f"{say(entry_key(entry))}: obsolete; delete it" for entry in catalogue.obsolete_entries()]
    for entry in written.values():
        problems += [f"{say(entry_key(entry))}: {problem}" for problem in problems_of_entry(entry, language)]
    return problems


def problems_of_entry(entry: polib.POEntry, language: str) -> list[str]:
    """What is wrong with one entry in itself: fuzzy, empty, too few plural forms, placeholders that differ."""
    problems = ["fuzzy; settle it and remove the flag"] if entry.fuzzy else []
    if not entry.msgid_plural:
        return problems + problems_of_form(entry.msgid, entry.msgstr, may_omit=0)
    if set(entry.msgstr_plural) != set(range(FORMS[language])):
        problems.append(f"{len(entry.msgstr_plural)} plural forms instead of {FORMS[language]}")
    for form, words in sorted(entry.msgstr_plural.items()):
        may_omit = 1 if form in FORMS_IN_WORDS[language] else 0
        problems += [
            f"form {form}: {problem}" for problem in problems_of_form(entry.msgid_plural, words, may_omit)
        ]
    return problems


def problems_of_form(source: str, words: str, may_omit: int) -> list[str]:
    """What is wrong with one translated text: nothing in it, or not the placeholders of its source.

    `may_omit` named placeholders may be left out; a positional %s never, for Python then fails when it fills them in.
    """
    if not words.strip():
        return ["empty"]
    missing = set(NAMED.findall(source)) - set(NAMED.findall(words))
    added = set(NAMED.findall(words)) - set(NAMED.findall(source))
    problems = [f"does not say {', '.join(sorted(missing))}"] if len(missing) > may_omit else []
    problems += [f"says {', '.join(sorted(added))}, which the source does not"] if added else []
    if POSITIONAL.findall(source) != POSITIONAL.findall(words):
        problems.append(f"must say {', '.join(POSITIONAL.findall(source)) or 'no placeholder'} in this order")
    if "%" in without_placeholders(words) and "%" not in without_placeholders(source) and "%" in source:
        problems.append("has a lone %; write %%")
    return problems


def without_placeholders(text: str) -> str:
    """The text without what is filled in later and without doubled per cent signs."""
    return NAMED.sub("", POSITIONAL.sub("", text.replace("%%", "")))


def same_but_for_words(wanted: polib.POEntry, written: polib.POEntry) -> bool:
    """Whether two entries agree in everything that comes from the sources."""
    return from_sources(wanted) == from_sources(written)


def from_sources(entry: polib.POEntry) -> tuple[str, list[str], list[tuple[str, str]]]:
    """What the sources say of an entry; its comment as words, for a long one is broken into lines when it is written."""
    return entry.msgid_plural, entry.comment.split(), sorted(entry.occurrences)


def compile_stale(root: Path) -> list[Path]:
    """Compile the catalogues below `root`/locale whose .mo is missing or older; the files written.

    Each is written whole and then moved into place, so that processes doing this at once never read half a file.
    """
    return [compile_file(path) for path in catalogue_paths(root) if path.exists() and is_stale(path)]


def is_stale(path: Path) -> bool:
    """Whether the compiled file beside this .po is missing or older than it."""
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime


def compile_file(path: Path) -> Path:
    """Compile one .po to the .mo beside it."""
    compiled = path.with_suffix(".mo")
    part = path.with_suffix(f".{os.getpid()}.part")
    polib.pofile(str(path)).save_as_mofile(str(part))
    part.replace(compiled)
    return compiled


def catalogue_paths(root: Path) -> list[Path]:
    """Where the catalogues stand: two languages, two domains."""
    return [
        root / "locale" / code / "LC_MESSAGES" / f"{domain}.po" for code in PLURAL_FORMS for domain in DOMAINS
    ]


def entries(path: Path) -> dict[tuple[str | None, str], polib.POEntry]:
    """The entries of a catalogue that are not obsolete, by what gettext looks up; none where there is no file."""
    if not path.exists():
        return {}
    return {entry_key(entry): entry for entry in polib.pofile(str(path)) if not entry.obsolete}


def entry_key(entry: polib.POEntry) -> tuple[str | None, str]:
    return (entry.msgctxt, entry.msgid)


def say(key: tuple[str | None, str]) -> str:
    """A msgid as a person finds it in the file."""
    context, msgid = key
    return f"{msgid!r}" + (f" ({context})" if context else "")


def language_of(path: Path) -> str:
    """The language of locale/<language>/LC_MESSAGES/<domain>.po."""
    return path.parent.parent.name


def header(language: str) -> dict[str, str]:
    """The header of a catalogue, without dates: only a changed word changes the file."""
    return {
        "Project-Id-Version": "Multaqa",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[language],
    }
