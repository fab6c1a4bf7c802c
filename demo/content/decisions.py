"""The three decisions, with what each set up, its steps and what became of it.

steps: (due on, done on or None, Arabic, English)
updates: (noted on, status, Arabic, English, evidence: None, or the kind of evidence and its key or address)
"""

DECISIONS = {
    "committee": {
        "picture": "night-lines",
        "topics": ["jerusalem", "institutions"],
        "responsible": ["secretariat"],
        "due_on": "2025-12-31",
        "ar": {
            "title": "تشكيل لجنة تحضيرية لعقد مؤتمر دولي حول القدس",
            "summary": "قرّر الملتقى تشكيل لجنة تحضيرية لمؤتمر دولي جديد حول القدس.",
            "body": """
<p>قرّر الملتقى المقدسي لدعم الأقصى ما يأتي:</p>
<ol>
<li>تُشكَّل لجنة تحضيرية لعقد مؤتمر دولي جديد حول القدس.</li>
<li>تتولى اللجنة اقتراح موضوعات المؤتمر ومكانه وموعده والجهات المدعوّة إليه. (بند نموذجي)</li>
<li>تُعلن اللجنة ما تنتهي إليه في مواعيد تحددها. (بند نموذجي)</li>
</ol>
<p>ويُنشر ما يستجدّ في صفحة <a href="doc:conference">المؤتمر</a>.</p>
""",
        },
        "en": {
            "title": "A preparatory committee for an international conference on Jerusalem",
            "summary": "The forum decided to form a preparatory committee for a new international conference on Jerusalem.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa decided as follows:</p>
<ol>
<li>A preparatory committee is formed for a new international conference on Jerusalem.</li>
<li>The committee proposes the subjects of the conference, its place, its dates and those to be invited. (Sample clause)</li>
<li>The committee announces its conclusions on dates that it sets. (Sample clause)</li>
</ol>
<p>News of it is published on the page of <a href="doc:conference">the conference</a>.</p>
""",
        },
        "committee": {
            "name": (
                "اللجنة التحضيرية للمؤتمر الدولي حول القدس",
                "Preparatory committee of the International Conference on Jerusalem",
            ),
            "mandate": (
                "اقتراح موضوعات المؤتمر ومكانه وموعده، ومراسلة الجهات المدعوّة، ورفع تقرير عن سير الإعداد.",
                "To propose the subjects, place and dates of the conference, to write to those invited, and to report on the preparations.",
            ),
            "prepares": "conference",
            "members": [
                ("speaker-3", "رئيس اللجنة", "Chair"),
                ("speaker-7", "نائبة الرئيس", "Deputy chair"),
                ("speaker-5", "أمين السر", "Secretary"),
                ("speaker-2", "مقرر اللجنة العلمية", "Rapporteur of the scientific panel"),
                ("speaker-9", "مسؤولة الإعلام", "Media officer"),
            ],
        },
        "steps": [
            ("2025-01-15", "2025-01-04", "عقد الاجتماع الأول للجنة", "First meeting of the committee"),
            ("2025-02-15", "2025-02-20", "إقرار محاور المؤتمر", "Subjects of the conference agreed"),
            ("2025-03-01", None, "اقتراح المكان والموعد", "Place and dates proposed"),
            (
                "2030-06-30",
                None,
                "نشر تقرير ختامي عن أعمال اللجنة",
                "Final report of the committee published",
            ),
        ],
        "updates": [
            (
                "2024-12-22",
                "adopted",
                "أُعلن القرار في الجلسة الختامية.",
                "The decision was announced in the closing session.",
                ("article", "closing-statement"),
            ),
            (
                "2025-01-04",
                "in_progress",
                "عقدت اللجنة اجتماعها الأول ووزّعت المهام بين أعضائها. (متابعة نموذجية)",
                "The committee held its first meeting and divided its tasks. (Sample entry)",
                ("article", "first-meeting"),
            ),
            (
                "2025-03-12",
                "in_progress",
                "أُقرّت محاور المؤتمر، ولم يُعلن موعده بعد. (متابعة نموذجية)",
                "The subjects of the conference were agreed; its dates are still to be announced. (Sample entry)",
                ("article", "conference-subjects"),
            ),
        ],
    },
    "brotherhood": {
        "picture": "clay-arches",
        "topics": ["families", "institutions"],
        "responsible": ["secretariat", "partner-1"],
        "due_on": "2025-06-30",
        "ar": {
            "title": "إطلاق مشروع «المؤاخاة»",
            "summary": "قرّر الملتقى إطلاق مشروع تكفل فيه أسر خارج فلسطين أسرًا في غزة، بالتعاون مع مؤسسات متخصصة.",
            "body": """
<p>قرّر الملتقى المقدسي لدعم الأقصى ما يأتي:</p>
<ol>
<li>يُطلق مشروع باسم «المؤاخاة»، تكفل فيه أسر خارج فلسطين أسرًا في غزة.</li>
<li>يُنفَّذ المشروع بالتعاون مع مؤسسات متخصصة.</li>
<li>تُعلن المؤسسات المشاركة صفة كل منها في المشروع. (بند نموذجي)</li>
</ol>
<p>يعرض هذا الموقع القرار وما يستجدّ في متابعته، ولا يستقبل طلبات ولا أموالًا.</p>
""",
        },
        "en": {
            "title": "The Mu’akhat (brotherhood) project",
            "summary": "The forum decided on a project in which families outside Palestine sponsor families in Gaza, in cooperation with specialised institutions.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa decided as follows:</p>
<ol>
<li>A project named Mu’akhat (brotherhood) begins, in which families outside Palestine sponsor families in Gaza.</li>
<li>The project is carried out in cooperation with specialised institutions.</li>
<li>The institutions that take part state publicly what each of them does. (Sample clause)</li>
</ol>
<p>This site reports the decision and what becomes of it. It takes neither applications nor money.</p>
""",
        },
        "project": {
            "name": ("مشروع «المؤاخاة»", "The Mu’akhat project"),
            "how_it_works": (
                "تُعدّ المؤسسات المتخصصة قوائم الأسر وفق معايير معلنة. (خطوة نموذجية)\nتُربط كل أسرة كافلة بأسرة واحدة، وتُحفظ بيانات الأسرتين. (خطوة نموذجية)\nتتابع المؤسسة الشريكة الكفالة وتصدر عنها تقريرًا دوريًا. (خطوة نموذجية)",
                "Specialised institutions draw up lists of families by published criteria. (Sample step)\nEach sponsoring family is matched with one family; the data of both are protected. (Sample step)\nThe partner institution follows the sponsorship and reports on it at intervals. (Sample step)",
            ),
            "partners": [
                ("partner-1", "الإشراف على المعايير", "Oversees the criteria"),
                ("partner-2", "التواصل مع الأسر الكافلة", "In touch with the sponsoring families"),
                ("partner-3", "التقارير الدورية", "Reports at intervals"),
            ],
        },
        "steps": [
            ("2025-01-31", "2025-01-27", "نشر آلية عمل المشروع", "How the project works is published"),
            ("2025-02-28", None, "إعلان معايير الربط بين الأسر", "Criteria for matching families announced"),
            ("2025-04-30", None, "صدور التقرير الدوري الأول", "First periodic report"),
        ],
        "updates": [
            (
                "2024-12-22",
                "adopted",
                "أُعلن القرار في الجلسة الختامية.",
                "The decision was announced in the closing session.",
                ("article", "closing-statement"),
            ),
            (
                "2025-01-27",
                "in_progress",
                "نُشرت آلية العمل وأسماء المؤسسات الشريكة. (متابعة نموذجية)",
                "How the project works, and its partner institutions, were published. (Sample entry)",
                ("article", "how-brotherhood-works"),
            ),
            (
                "2025-03-06",
                "stalled",
                "تأجّل إعلان المعايير إلى حين استكمال المشاورات بين المؤسسات الشريكة. (متابعة نموذجية)",
                "The criteria are postponed until the partner institutions have finished consulting. (Sample entry)",
                ("article", "follow-up-march"),
            ),
            (
                "2025-03-20",
                "in_progress",
                "استؤنفت المشاورات بين المؤسسات الشريكة. (متابعة نموذجية)",
                "The partner institutions resumed their consultations. (Sample entry)",
                None,
            ),
        ],
    },
    "academy": {
        "picture": "olive-sun",
        "topics": ["learning", "jerusalem"],
        "responsible": ["institute", "secretariat"],
        "due_on": "2025-03-31",
        "ar": {
            "title": "إنشاء أكاديمية أنصار الأقصى",
            "summary": "قرّر الملتقى إنشاء منصة تعليمية إلكترونية تدرّس موضوعات متخصصة عن القدس.",
            "body": """
<p>قرّر الملتقى المقدسي لدعم الأقصى ما يأتي:</p>
<ol>
<li>تُنشأ منصة تعليمية إلكترونية باسم «أكاديمية أنصار الأقصى».</li>
<li>تدرّس الأكاديمية موضوعات متخصصة عن القدس.</li>
<li>تُنشر قائمة المساقات، وأسماء محاضريها، ولغة كل منها. (بند نموذجي)</li>
</ol>
<p>أما المساقات المدرجة في هذه الصفحة فنموذجية.</p>
""",
        },
        "en": {
            "title": "The Ansar al-Aqsa Academy",
            "summary": "The forum decided to found an online learning platform that teaches specialised subjects about Jerusalem.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa decided as follows:</p>
<ol>
<li>An online learning platform is founded under the name Ansar al-Aqsa Academy.</li>
<li>The academy teaches specialised subjects about Jerusalem.</li>
<li>The list of courses, their lecturers and the language of each are published. (Sample clause)</li>
</ol>
<p>The courses listed on this page are samples.</p>
""",
        },
        "academy": {
            "name": ("أكاديمية أنصار الأقصى", "Ansar al-Aqsa Academy"),
            "site": "https://example.org/academy/",
            # Arabic title and subject, English title and subject, lecturer, level, language
            "courses": [
                (
                    "مدخل إلى تاريخ القدس",
                    "التاريخ",
                    "Introduction to the history of Jerusalem",
                    "History",
                    "speaker-2",
                    "introductory",
                    "ar",
                ),
                (
                    "القدس في العصر العثماني",
                    "التاريخ",
                    "Jerusalem in the Ottoman age",
                    "History",
                    "speaker-2",
                    "intermediate",
                    "ar",
                ),
                (
                    "معالم المسجد الأقصى وعمارته",
                    "العمارة",
                    "The buildings of Al-Aqsa Mosque",
                    "Architecture",
                    "lecturer-12",
                    "introductory",
                    "ar",
                ),
                (
                    "قراءة النقوش والزخارف",
                    "العمارة",
                    "Reading inscriptions and ornament",
                    "Architecture",
                    "lecturer-12",
                    "advanced",
                    "ar",
                ),
                (
                    "القدس في القانون الدولي",
                    "القانون",
                    "Jerusalem in international law",
                    "Law",
                    "lecturer-13",
                    "intermediate",
                    "en",
                ),
                (
                    "توثيق الرواية الشفوية",
                    "مناهج البحث",
                    "Documenting oral history",
                    "Research methods",
                    "speaker-9",
                    "intermediate",
                    "ar",
                ),
                (
                    "كتابة الخبر عن القدس",
                    "الإعلام",
                    "Writing news about Jerusalem",
                    "Media",
                    "speaker-9",
                    "introductory",
                    "en",
                ),
            ],
        },
        "steps": [
            ("2025-01-15", "2025-01-14", "نشر قائمة المساقات الأولى", "First list of courses published"),
            ("2025-02-01", "2025-02-02", "افتتاح المنصة", "Platform opened"),
            ("2025-03-15", "2025-03-10", "استطلاع رأي الدارسين", "Survey of learners"),
        ],
        "updates": [
            (
                "2024-12-22",
                "adopted",
                "أُعلن القرار في الجلسة الختامية.",
                "The decision was announced in the closing session.",
                ("article", "closing-statement"),
            ),
            (
                "2025-01-14",
                "in_progress",
                "نُشرت قائمة المساقات الأولى. (متابعة نموذجية)",
                "The first list of courses was published. (Sample entry)",
                ("article", "course-list"),
            ),
            (
                "2025-02-02",
                "implemented",
                "افتُتحت المنصة بسبعة مساقات. (متابعة نموذجية)",
                "The platform opened with seven courses. (Sample entry)",
                ("article", "academy-opens"),
            ),
        ],
    },
}
