"""The five recommendations, in the shape of decisions.py."""

ANNOUNCED = ("أُعلنت التوصية في الجلسة الختامية.", "The recommendation was announced in the closing session.")

RECOMMENDATIONS = {
    "council": {
        "picture": "stone-stars",
        "topics": ["law"],
        "responsible": ["secretariat"],
        "due_on": None,
        "ar": {
            "title": "إنشاء مجلس اجتهاد عالمي",
            "summary": "أوصى الملتقى بإنشاء مجلس اجتهاد عالمي يتابع مستجدات القضية ويصدر فيها آراء جماعية.",
            "body": """
<p>أوصى الملتقى المقدسي لدعم الأقصى بما يأتي:</p>
<ol>
<li>إنشاء مجلس اجتهاد عالمي.</li>
<li>متابعة المجلس لما يستجدّ من مسائل تتصل بالقضية.</li>
<li>إصدار المجلس آراء جماعية في هذه المسائل.</li>
</ol>
""",
        },
        "en": {
            "title": "A world council of jurists",
            "summary": "The forum recommended a world council of jurists that follows new questions of the cause and gives collective opinions.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa recommended:</p>
<ol>
<li>that a world council of jurists be set up;</li>
<li>that the council follow new questions that concern the cause;</li>
<li>that the council give its opinions collectively.</li>
</ol>
""",
        },
        "steps": [
            ("2025-05-31", None, "إعداد ورقة عن تكوين المجلس", "Paper on the membership of the council")
        ],
        "updates": [
            ("2024-12-22", "adopted", *ANNOUNCED, ("article", "closing-statement")),
            (
                "2025-03-06",
                "adopted",
                "لم تُتخذ بعدُ خطوة معلنة. (متابعة نموذجية)",
                "No public step has been taken yet. (Sample entry)",
                None,
            ),
        ],
    },
    "campaign": {
        "picture": None,
        "topics": ["institutions"],
        "responsible": ["secretariat"],
        "due_on": None,
        "ar": {
            "title": "توصية بشأن حملة عالمية للدعم المالي",
            "summary": "جاء في البيان الختامي أن الملتقى أوصى بحملة عالمية للدعم المالي.",
            "body": "<ol><li>أوصى الملتقى، بحسب بيانه الختامي، بحملة عالمية للدعم المالي.</li></ol>",
        },
        "en": {
            "title": "Recommendation on a worldwide campaign of financial support",
            "summary": "The closing statement says that the forum recommended a worldwide campaign of financial support.",
            "body": "<ol><li>According to its closing statement, the forum recommended a worldwide campaign of financial support.</li></ol>",
        },
        "steps": [],
        "updates": [("2024-12-22", "adopted", *ANNOUNCED, ("article", "closing-statement"))],
    },
    "youth": {
        "picture": "sea-frieze",
        "topics": ["youth"],
        "responsible": ["youth-body"],
        "due_on": "2025-03-31",
        "ar": {
            "title": "تعزيز دور الشباب في حمل رسالة القدس",
            "summary": "أوصى الملتقى بتعزيز دور الشباب في حمل رسالة القدس إلى العالم.",
            "body": """
<p>أوصى الملتقى المقدسي لدعم الأقصى بما يأتي:</p>
<ol>
<li>تعزيز دور الشباب في حمل رسالة القدس إلى العالم.</li>
<li>إشراكهم في برامج المؤسسات العاملة في هذا المجال. (بند نموذجي)</li>
</ol>
""",
        },
        "en": {
            "title": "The role of young people in carrying the message of Jerusalem",
            "summary": "The forum recommended that the role of young people in carrying the message of Jerusalem to the world be strengthened.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa recommended:</p>
<ol>
<li>that the role of young people in carrying the message of Jerusalem to the world be strengthened;</li>
<li>that they take part in the programmes of the institutions that work in this field. (Sample clause)</li>
</ol>
""",
        },
        "steps": [
            ("2025-01-31", "2025-01-30", "نشر خلاصة ورشة الشباب", "Summary of the youth workshop published"),
            ("2025-02-28", "2025-02-20", "عقد لقاء تعريفي بالمبادرات", "Meeting on the initiatives held"),
        ],
        "updates": [
            ("2024-12-22", "adopted", *ANNOUNCED, ("article", "closing-statement")),
            (
                "2025-01-30",
                "in_progress",
                "نُشرت خلاصة ورشة الشباب. (متابعة نموذجية)",
                "The summary of the youth workshop was published. (Sample entry)",
                ("file", "youth-summary"),
            ),
            (
                "2025-02-20",
                "implemented",
                "عُقد اللقاء التعريفي ونُشرت قائمة المبادرات. (متابعة نموذجية)",
                "The meeting was held and the list of initiatives published. (Sample entry)",
                ("article", "youth-meeting"),
            ),
        ],
    },
    "women": {
        "picture": "dawn-frieze",
        "topics": ["women", "families"],
        "responsible": ["women-body"],
        "due_on": "2025-06-30",
        "ar": {
            "title": "تعزيز دور المرأة في حمل رسالة القدس",
            "summary": "أوصى الملتقى بتعزيز دور المرأة في حمل رسالة القدس إلى العالم.",
            "body": """
<p>أوصى الملتقى المقدسي لدعم الأقصى بما يأتي:</p>
<ol>
<li>تعزيز دور المرأة في حمل رسالة القدس إلى العالم.</li>
<li>توسيع حضورها في التعليم والإعلام والعمل المجتمعي المتصل بالقدس. (بند نموذجي)</li>
</ol>
""",
        },
        "en": {
            "title": "The role of women in carrying the message of Jerusalem",
            "summary": "The forum recommended that the role of women in carrying the message of Jerusalem to the world be strengthened.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa recommended:</p>
<ol>
<li>that the role of women in carrying the message of Jerusalem to the world be strengthened;</li>
<li>that their part in education, the media and community work about Jerusalem be widened. (Sample clause)</li>
</ol>
""",
        },
        "steps": [
            ("2025-02-15", "2025-02-13", "تشكيل فريق عمل", "Working group formed"),
            ("2025-03-31", None, "نشر برنامج العمل", "Programme of work published"),
        ],
        "updates": [
            ("2024-12-22", "adopted", *ANNOUNCED, ("article", "closing-statement")),
            (
                "2025-02-13",
                "in_progress",
                "شُكّل فريق عمل لإعداد برنامج. (متابعة نموذجية)",
                # The English note is still to follow.
                "",
                ("address", "https://example.org/women/working-group"),
            ),
        ],
    },
    "legal-team": {
        "picture": "slate-suns",
        "topics": ["law"],
        "responsible": ["law-centre"],
        "due_on": "2025-03-01",
        "ar": {
            "title": "تشكيل فريق قانوني دولي متخصص",
            "summary": "أوصى الملتقى بتشكيل فريق قانوني دولي متخصص لمتابعة قضايا جرائم الحرب أمام المحاكم الدولية.",
            "body": """
<p>أوصى الملتقى المقدسي لدعم الأقصى بما يأتي:</p>
<ol>
<li>تشكيل فريق قانوني دولي متخصص.</li>
<li>متابعة الفريق لقضايا جرائم الحرب أمام المحاكم الدولية.</li>
</ol>
""",
        },
        "en": {
            "title": "A specialised international legal team",
            "summary": "The forum recommended a specialised international legal team to pursue war-crimes cases before international courts.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa recommended:</p>
<ol>
<li>that a specialised international legal team be formed;</li>
<li>that the team pursue war-crimes cases before international courts.</li>
</ol>
""",
        },
        "steps": [("2025-02-15", None, "تسمية منسق للفريق", "A coordinator of the team named")],
        "updates": [
            ("2024-12-22", "adopted", *ANNOUNCED, ("article", "closing-statement")),
            (
                "2025-01-20",
                "in_progress",
                "بدأ مركز قانوني نموذجي مشاورات أولية. (متابعة نموذجية)",
                "A sample law centre began first consultations. (Sample entry)",
                None,
            ),
            (
                "2025-01-20",
                "in_progress",
                "تصويب: بدأ مركزان قانونيان نموذجيان المشاورات الأولية، لا مركز واحد. (متابعة نموذجية)",
                "Correction: two sample law centres began first consultations, not one. (Sample entry)",
                None,
                1,
                "2025-01-23",
            ),
            (
                "2025-03-06",
                "stalled",
                "توقفت المشاورات إلى حين تسمية منسق للفريق. (متابعة نموذجية)",
                "Consultations are on hold until a coordinator is named. (Sample entry)",
                ("article", "follow-up-march"),
            ),
        ],
    },
}
