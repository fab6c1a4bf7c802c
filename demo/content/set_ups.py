"""What the three decisions set up. Who and what is made up says so, as everywhere in the demo.

members: (person, Arabic role, English role, first day, last day or None)
meetings: (due on, done on or None, Arabic, English, key of the article that reports it or None)
figures: (Arabic, English, value, reported on, key of the body that reported it)
courses: (Arabic title and subject, English title and subject, lecturer, level, language)
"""

SET_UPS = {
    "committee": {
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
                ("speaker-3", "رئاسة اللجنة", "Chair", "2025-01-04", None),
                ("speaker-7", "نيابة الرئاسة", "Deputy chair", "2025-01-04", None),
                ("speaker-5", "أمانة السر", "Secretary", "2025-01-04", None),
                ("speaker-2", "شؤون اللجنة العلمية", "Rapporteur of the scientific panel", "2025-01-04", None),
                ("speaker-8", "شؤون الإعلام", "Media", "2025-03-01", None),
                ("speaker-9", "شؤون الإعلام", "Media", "2025-01-04", "2025-02-28"),
            ],
            "meetings": [
                (
                    "2025-01-15", "2025-01-04",
                    "الاجتماع الأول للجنة: توزيع المهام (اجتماع نموذجي)",
                    "First meeting of the committee: tasks divided (Sample meeting)",
                    "first-meeting",
                ),
                (
                    "2025-01-25", "2025-01-25",
                    "الاجتماع الثاني، عن بُعد: تصنيف المقترحات المكتوبة (اجتماع نموذجي)",
                    "Second meeting, online: written proposals sorted (Sample meeting)",
                    None,
                ),
                (
                    "2025-02-15", "2025-02-20",
                    "الاجتماع الثالث: إقرار محاور المؤتمر (اجتماع نموذجي)",
                    "Third meeting: subjects of the conference agreed (Sample meeting)",
                    "conference-subjects",
                ),
                (
                    "2030-05-15", None,
                    "اجتماع لمراجعة التقرير الختامي (اجتماع نموذجي)",
                    "Meeting to go over the final report (Sample meeting)",
                    None,
                ),
            ],
        },
    },
    "brotherhood": {
        "project": {
            "name": ("مشروع «المؤاخاة»", "The Mu’akhat project"),
            "how_it_works": (
                "تُعدّ المؤسسات المتخصصة قوائم الأسر وفق معايير مشتركة. (خطوة نموذجية)\n"
                "تُربط كل أسرة كافلة بأسرة واحدة، وتُحفظ بيانات الأسرتين. (خطوة نموذجية)\n"
                "تتابع المؤسسة الشريكة الكفالة وتصدر عنها تقريرًا دوريًا. (خطوة نموذجية)",
                "Specialised institutions draw up lists of families by common criteria. (Sample step)\n"
                "Each sponsoring family is matched with one family; the data of both are protected. (Sample step)\n"
                "The partner institution follows the sponsorship and reports on it at intervals. (Sample step)",
            ),
            "partners": [
                ("partner-1", "الإشراف على المعايير", "Oversees the criteria"),
                ("partner-2", "التواصل مع الأسر الكافلة", "In touch with the sponsoring families"),
                ("partner-3", "التقارير الدورية", "Reports at intervals"),
            ],
            # Question and answer in Arabic, then in English
            "questions": [
                (
                    "ما مشروع «المؤاخاة»؟",
                    "مشروع قرّر الملتقى المقدسي إطلاقه في ديسمبر 2024، تكفل فيه أسر خارج فلسطين أسرًا في غزة، بالتعاون مع مؤسسات "
                    "متخصصة.\n\nوتعرض هذه الصفحة ما أُعلن عنه حتى الآن. (إجابة نموذجية)",
                    "What is the Mu’akhat project?",
                    "A project on which the Maqdisi Forum decided in December 2024: families outside Palestine sponsor families in "
                    "Gaza, in cooperation with specialised institutions.\n\nThis page shows what has been announced so far. "
                    "(Sample answer)",
                ),
                (
                    "من يعدّ قوائم الأسر؟",
                    "تعدّها المؤسسات المتخصصة وفق معايير مشتركة. ولم تُعلن المعايير بعد، وتُنشر في هذه الصفحة عند إعلانها. "
                    "(إجابة نموذجية)",
                    "Who draws up the lists of families?",
                    "The specialised institutions do, by common criteria. These have not been announced; this page will name them "
                    "when they are. (Sample answer)",
                ),
                (
                    "كيف تُحمى بيانات الأسر؟",
                    "تبقى بيانات كل أسرة لدى المؤسسة التي تتابعها، ولا تُنشر أسماء الأسر ولا صورها. (إجابة نموذجية)\n\n"
                    "ولا تمرّ هذه البيانات بهذا الموقع.",
                    "How are the data of families protected?",
                    "They stay with the institution that follows the family; neither names nor pictures of families are published. "
                    "(Sample answer)\n\nThese data do not pass through this site.",
                ),
                (
                    "إلى من تُوجَّه الأسئلة عن المشاركة؟",
                    "إلى المؤسسات الشريكة، في مواقعها. أما هذا الموقع فلا يستقبل طلبات ولا أموالًا. (إجابة نموذجية)",
                    "Who answers questions about taking part?",
                    "The partner institutions do, on their own sites. This site takes neither applications nor money. "
                    "(Sample answer)",
                ),
            ],
            "figures": [
                ("استفسارات وردت إلى المؤسسة (رقم نموذجي)", "Enquiries that reached the institution (Sample figure)",
                 "1250", "2025-03-20", "partner-2"),
                ("متوسط عدد الأيام حتى الرد على الاستفسار (رقم نموذجي)",
                 "Average days until an enquiry was answered (Sample figure)", "2.5", "2025-03-20", "partner-2"),
                ("لقاءات تشاورية بين المؤسسات الشريكة (رقم نموذجي)",
                 "Consultations between the partner institutions (Sample figure)", "6", "2025-03-06", "partner-1"),
            ],
        },
    },
    "academy": {
        "academy": {
            "name": ("أكاديمية أنصار الأقصى", "Ansar al-Aqsa Academy"),
            "site": "https://example.org/academy/",
            "courses": [
                ("مدخل إلى تاريخ القدس", "التاريخ", "Introduction to the history of Jerusalem", "History",
                 "speaker-2", "introductory", "ar"),
                ("القدس في العصر العثماني", "التاريخ", "Jerusalem in the Ottoman age", "History",
                 "speaker-2", "intermediate", "ar"),
                ("معالم المسجد الأقصى وعمارته", "العمارة", "The buildings of Al-Aqsa Mosque", "Architecture",
                 "lecturer-12", "introductory", "ar"),
                ("قراءة النقوش والزخارف", "العمارة", "Reading inscriptions and ornament", "Architecture",
                 "lecturer-12", "advanced", "ar"),
                ("القدس في القانون الدولي", "القانون", "Jerusalem in international law", "Law",
                 "lecturer-13", "intermediate", "en"),
                ("توثيق الرواية الشفوية", "مناهج البحث", "Documenting oral history", "Research methods",
                 "speaker-9", "intermediate", "ar"),
                ("كتابة الخبر عن القدس", "الإعلام", "Writing news about Jerusalem", "Media",
                 "speaker-9", "introductory", "en"),
            ],
        },
    },
}  # fmt: skip
