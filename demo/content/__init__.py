"""What the demo says: plain data, by stable Latin keys. demo/loader.py turns it into rows and published texts.

Voice: neutral and attributed ("the forum decided", "its closing statement says"). No real person is named; persons and
bodies are marked as samples, and what goes beyond the record of the forum ends with a note that says so (NOTES).
In a body, `doc:some-key` in a link stands for the short address of the document with that key.
"""

# The last line of a text: "record" where the text reports what is on record, "sample" where it is made up as a whole.
NOTES = {
    "record": {
        "ar": "كُتب هذا النص للنسخة التجريبية استنادًا إلى وقائع الملتقى المعلنة؛ وما زاد عليها من تفاصيل، كالأسماء والقاعات والمواعيد، نموذجيّ.",
        "en": "Written for the demo from the public record of the forum; details beyond it, such as names, halls and times, are samples.",
    },
    "sample": {
        "ar": "نص نموذجي أُعدّ لعرض الموقع، ولا ينقل واقعة حدثت.",
        "en": "Sample text, written to show the site; it does not report anything that happened.",
    },
}

BYLINE = {"ar": "هيئة التحرير", "en": "Editorial desk"}
DATELINE = {"ar": "إسطنبول", "en": "Istanbul"}
SAMPLE_KICKER = {"ar": "نص نموذجي", "en": "Sample text"}
