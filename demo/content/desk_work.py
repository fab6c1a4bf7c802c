"""What the people of the demo's desk say and ask of each other. Days count from the day of loading."""

#: Document, language, who is to work on it, in how many days (before today: overdue), who asked.
ASSIGNMENTS = [
    ("youth-and-women", "en", "translator", 5, "editor"),
    ("experiences", "en", "translator", -2, "editor"),
    ("course-list", "en", "translator", 9, "editor"),
    ("book-review", "ar", "editor", 3, "publisher"),
    ("glossary-draft", "ar", "author", 12, "editor"),
]

#: Document, language ("" for both), who, what, who resolved it.
NOTES = [
    (
        "glossary-draft",
        "ar",
        "editor",
        "القائمة مفيدة. هل نضيف «المصلى المرواني»، ونذكر مصدرًا لكل مصطلح؟",
        None,
    ),
    (
        "experiences",
        "en",
        "editor",
        "تغيّر الأصل العربي في فقرته الأخيرة؛ والنص الإنجليزي لم يتبعه بعد.",
        None,
    ),
    ("experiences", "en", "translator", "I will follow the Arabic as soon as the course list is done.", None),
    ("first-meeting", "ar", "publisher", "اسم المدينة في السطر الأول ناقص.", "author"),
    (
        "workshops-summary",
        "en",
        "translator",
        "“Workshop” or “training session”? The programme says workshop.",
        None,
    ),
]

#: Name, note, its texts.
RELEASE = (
    "نصوص التعلّم",
    "تُنشر معًا: ملخص الورش بالإنجليزية، وقراءة الخريطة بالعربية.",
    [("workshops-summary", "en"), ("book-review", "ar")],
)

#: Document, language, who made the link, for whom, for how many days, and what was answered: by whom and in which words.
SHARED = (
    "book-review",
    "ar",
    "editor",
    "مراجع الخرائط",
    20,
    "مراجع الخرائط",
    "النص واضح. أقترح ذكر سنة رسم الخريطة.",
)
