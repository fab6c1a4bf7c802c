"""Labels, needed in both languages: topics, organisations, people, the venue and the pictures."""

# key: (name, description), in Arabic and in English
TOPICS = {
    "jerusalem": {
        "ar": ("القدس", "المدينة وأهلها وتاريخها كما تناولتها جلسات الملتقى ونصوصه."),
        "en": (
            "Jerusalem",
            "The city, its people and its history, as the forum's sessions and texts treated them.",
        ),
    },
    "al-aqsa": {
        "ar": ("المسجد الأقصى", "ما قيل في الملتقى عن المسجد الأقصى ومكانته."),
        "en": ("Al-Aqsa Mosque", "What was said at the forum about Al-Aqsa Mosque and its standing."),
    },
    "institutions": {
        "ar": ("العمل المؤسسي", "تنظيم العمل والتنسيق بين الهيئات المشاركة ومتابعة القرارات."),
        "en": (
            "Institutional work",
            "How the participating bodies organise, coordinate and follow up decisions.",
        ),
    },
    "youth": {
        "ar": ("الشباب", "دور الشباب في حمل رسالة القدس كما ورد في توصيات الملتقى."),
        "en": (
            "Young people",
            "The role of young people in carrying the message of Jerusalem, as the forum recommended.",
        ),
    },
    "women": {
        "ar": ("المرأة", "دور المرأة في حمل رسالة القدس كما ورد في توصيات الملتقى."),
        "en": ("Women", "The role of women in carrying the message of Jerusalem, as the forum recommended."),
    },
    "law": {
        "ar": (
            "القانون والاجتهاد",
            "الفريق القانوني الدولي ومجلس الاجتهاد العالمي اللذان أوصى بهما الملتقى.",
        ),
        "en": (
            "Law and jurisprudence",
            "The international legal team and the world council of jurists that the forum recommended.",
        ),
    },
    "learning": {
        "ar": ("التعليم والمعرفة", "أكاديمية أنصار الأقصى وما يتصل بتعليم العلوم المقدسية."),
        "en": ("Learning", "The Ansar al-Aqsa Academy and the teaching of subjects about Jerusalem."),
    },
    "families": {
        "ar": ("الأسرة والمجتمع", "مشروع «المؤاخاة» وما يتصل بكفالة الأسر للأسر."),
        "en": ("Families and society", "The Mu’akhat project and the sponsorship of families by families."),
    },
}

# key: kind, Arabic, English, is it a sample
ORGANISATIONS = {
    "host": ("waqf", "الوقف المستضيف في إسطنبول", "The host endowment in Istanbul", False),
    "secretariat": ("committee", "أمانة الملتقى (هيئة نموذجية)", "Forum secretariat (sample body)", True),
    "partner-1": ("association", "مؤسسة شريكة نموذجية 1", "Sample partner institution 1", True),
    "partner-2": ("association", "مؤسسة شريكة نموذجية 2", "Sample partner institution 2", True),
    "partner-3": ("association", "مؤسسة شريكة نموذجية 3", "Sample partner institution 3", True),
    "institute": (
        "university",
        "معهد نموذجي للدراسات المقدسية",
        "Sample institute of Jerusalem studies",
        True,
    ),
    "youth-body": ("association", "هيئة شبابية نموذجية", "Sample youth body", True),
    "women-body": ("association", "هيئة نسائية نموذجية", "Sample women’s body", True),
    "law-centre": ("other", "مركز قانوني نموذجي", "Sample law centre", True),
}

#: Where the made-up partners would answer: addresses that lead nowhere in particular.
SITES = {f"partner-{number}": f"https://example.org/partner-{number}/" for number in (1, 2, 3)}

# key: (name, role line) in Arabic and in English
PEOPLE = {
    "speaker-1": (
        ("متحدث نموذجي 1", "رئيس الجلسة الافتتاحية (نموذج)"),
        ("Sample speaker 1", "Chair of the opening session (sample)"),
    ),
    "speaker-2": (
        ("متحدث نموذجي 2", "باحث في تاريخ القدس (نموذج)"),
        ("Sample speaker 2", "Historian of Jerusalem (sample)"),
    ),
    "speaker-3": (
        ("متحدث نموذجي 3", "رئيس اللجنة التحضيرية (نموذج)"),
        ("Sample speaker 3", "Chair of the preparatory committee (sample)"),
    ),
    "speaker-4": (
        ("متحدث نموذجي 4", "أستاذ في الفقه المقارن (نموذج)"),
        ("Sample speaker 4", "Professor of comparative jurisprudence (sample)"),
    ),
    "speaker-5": (
        ("متحدث نموذجي 5", "خبير في العمل المؤسسي (نموذج)"),
        ("Sample speaker 5", "Expert in institutional work (sample)"),
    ),
    "speaker-6": (
        ("متحدث نموذجي 6", "محامٍ في القانون الدولي (نموذج)"),
        ("Sample speaker 6", "International lawyer (sample)"),
    ),
    "speaker-7": (
        ("متحدثة نموذجية 7", "باحثة في شؤون الأسرة (نموذج)"),
        ("Sample speaker 7", "Researcher in family studies (sample)"),
    ),
    "speaker-8": (
        ("متحدثة نموذجية 8", "منسقة أكاديمية أنصار الأقصى (نموذج)"),
        ("Sample speaker 8", "Coordinator of the Ansar al-Aqsa Academy (sample)"),
    ),
    "speaker-9": (("متحدثة نموذجية 9", "صحفية (نموذج)"), ("Sample speaker 9", "Journalist (sample)")),
    "trainer-10": (
        ("مدرّب نموذجي 10", "مدرّب في العمل الشبابي (نموذج)"),
        ("Sample trainer 10", "Trainer in youth work (sample)"),
    ),
    "trainer-11": (
        ("مدرّبة نموذجية 11", "مدرّبة في التعليم عن بُعد (نموذج)"),
        ("Sample trainer 11", "Trainer in distance learning (sample)"),
    ),
    "lecturer-12": (
        ("محاضر نموذجي 12", "محاضر في عمارة القدس (نموذج)"),
        ("Sample lecturer 12", "Lecturer in the architecture of Jerusalem (sample)"),
    ),
    "lecturer-13": (
        ("محاضرة نموذجية 13", "محاضرة في القانون الدولي (نموذج)"),
        ("Sample lecturer 13", "Lecturer in international law (sample)"),
    ),
}

BIOGRAPHY = {
    "ar": "شخصية نموذجية لا تشير إلى شخص حقيقي. أُضيفت هذه الصفحة لعرض شكل التعريف بالمتحدثين في الموقع: سطر للصفة، وفقرة قصيرة للسيرة، ثم الجلسات التي شارك فيها.",
    "en": "A sample that stands for no real person. This page shows how the site presents its speakers: a line for the post, a short biography, then the sessions they took part in.",
}

VENUE = {
    "ar": ("مركز مؤتمرات نموذجي", "إسطنبول", "عنوان نموذجي"),
    "en": ("Sample conference centre", "Istanbul", "Sample address"),
    "country": "TR",
}

ROOMS = {
    "main": ("القاعة الكبرى", "Main hall"),
    "workshop-1": ("قاعة الورش الأولى", "Workshop room one"),
    "workshop-2": ("قاعة الورش الثانية", "Workshop room two"),
}

# The alternative texts of the drawings (demo/drawings.py), and their focal points.
PICTURES = {
    "stars-of-the-sea": (
        "نجوم متشابكة ثمانية الرؤوس بألوان البحر.",
        "Interlaced eight-pointed stars in the colours of the sea.",
        "0.5x0.5",
    ),
    "olive-sun": (
        "وردة هندسية كبيرة من معيّنات زيتونية اللون على أرضية فاتحة.",
        "A large rosette of olive lozenges on a light ground.",
        "0.72x0.5",
    ),
    "cedar-arches": (
        "ثلاثة عقود مدببة تبدو من خلالها زخرفة خضراء.",
        "Three pointed arches with a green pattern behind them.",
        "0.5x0.6",
    ),
    "clay-rosettes": (
        "نجوم من اثني عشر رأسًا بلون الطين.",
        "Twelve-pointed stars in the colours of clay.",
        "0.5x0.5",
    ),
    "night-lines": (
        "خطوط ذهبية دقيقة على أرضية ليلية تتحول إلى نجوم.",
        "Fine golden lines on a night-blue ground that turn into stars.",
        "0.8x0.5",
    ),
    "dawn-frieze": (
        "شريط من نجوم ثمانية الرؤوس بألوان الفجر بين هامشين.",
        "A band of eight-pointed stars in the colours of dawn between two margins.",
        "0.5x0.5",
    ),
    "slate-suns": (
        "نجوم كبيرة من اثني عشر رأسًا بلون الأردواز.",
        "Large twelve-pointed stars in slate.",
        "0.5x0.4",
    ),
    "stone-stars": (
        "نجوم وأشرطة متشابكة بلون الحجر.",
        "Interlaced stars and bands in the colours of stone.",
        "0.5x0.5",
    ),
    "olive-honeycomb": (
        "نجوم سداسية بين أشكال زيتونية سداسية الأضلاع.",
        "Six-pointed stars between olive hexagons.",
        "0.5x0.5",
    ),
    "night-sun": (
        "وردة هندسية ذهبية وزرقاء على أرضية ليلية.",
        "A rosette in gold and blue on a night-blue ground.",
        "0.3x0.5",
    ),
    "sea-frieze": (
        "شريط من نجوم ثمانية الرؤوس بألوان البحر بين هامشين.",
        "A band of eight-pointed stars in the colours of the sea between two margins.",
        "0.5x0.5",
    ),
    "clay-arches": (
        "خمسة عقود مدببة تبدو من خلالها زخرفة بلون الطين.",
        "Five pointed arches with a clay-coloured pattern behind them.",
        "0.5x0.7",
    ),
}
PICTURE_CREDIT = {"ar": "رسم هندسي أُعدّ للنسخة التجريبية", "en": "Geometric drawing made for the demo"}
PORTRAIT_ALT = {
    "ar": "وردة هندسية تقوم مقام صورة {name}.",
    "en": "A geometric rosette in place of a portrait of {name}.",
}
