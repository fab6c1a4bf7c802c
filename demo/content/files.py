"""The files that readers can download: small tables and texts, made when the demo is loaded."""

# key: file name, language, Arabic title, English title, the rows of a table or the paragraphs of a text
FILES = {
    "workshop-table": (
        "follow-up-table.csv",
        "ar",
        "جدول نموذجي لمتابعة القرارات",
        "Sample table for following up decisions",
        [
            ["القرار", "الجهة المسؤولة", "الموعد", "الدليل على التنفيذ"],
            ["قرار نموذجي 1", "هيئة نموذجية", "2025-01-31", "خبر منشور"],
            ["قرار نموذجي 2", "مؤسسة شريكة نموذجية 1", "2025-02-28", "ملف"],
            ["قرار نموذجي 3", "معهد نموذجي للدراسات المقدسية", "2025-03-31", "رابط"],
        ],
    ),
    "experiences-summary": (
        "experiences.csv",
        "en",
        "خلاصة التجارب الدولية (نموذج)",
        "Summary of the international experiences (sample)",
        [
            ["Experience", "How it began", "What made it last"],
            ["Sample experience 1", "Two boxes of books", "Volunteers who take turns"],
            ["Sample experience 2", "A school exhibition", "Sources on every card"],
            ["Sample experience 3", "A list of terms", "A yearly review"],
        ],
    ),
    "statement-text": (
        "closing-statement.txt",
        "ar",
        "مضمون البيان الختامي (ملف نصي)",
        "What the closing statement says (text file)",
        [
            "الملتقى المقدسي لدعم الأقصى، إسطنبول، 21 و22 ديسمبر 2024: مضمون البيان الختامي",
            "القرارات: لجنة تحضيرية لعقد مؤتمر دولي حول القدس؛ مشروع «المؤاخاة»؛ أكاديمية أنصار الأقصى.",
            "التوصيات: مجلس اجتهاد عالمي؛ حملة عالمية للدعم المالي؛ دور الشباب؛ دور المرأة؛ فريق قانوني دولي متخصص.",
            "ملف نموذجي أُعدّ لعرض الموقع، وليس نصًّا حرفيًّا للبيان.",
        ],
    ),
    "youth-summary": (
        "youth-workshop.txt",
        "ar",
        "خلاصة ورشة الشباب (نموذج)",
        "Summary of the youth workshop (sample)",
        [
            "خلاصة ورشة العمل «الشباب ورسالة القدس»",
            "مبادرات صغيرة يمكن قياس أثرها، وتدريب على التحقق من المصادر، ومنسق معروف لكل مبادرة.",
            "ملف نموذجي أُعدّ لعرض الموقع.",
        ],
    ),
}
