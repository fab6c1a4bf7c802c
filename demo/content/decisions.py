"""The three decisions, with the steps on the way and what became of each; set_ups.py says what they set up.

steps: (due on, done on or None, Arabic, English)
updates: (noted on, status, Arabic, English, evidence: None, or the kind of evidence and its key or address), and for one
that corrects another the place of that one in the list (from 0) and the day of the record
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
        "steps": [
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
