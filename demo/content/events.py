"""The two events, and the programme of the first."""

EVENTS = {
    "forum": {
        "code": "MQF-2024",
        "starts_on": "2024-12-21",
        "ends_on": "2024-12-22",
        "is_current": True,
        "has_venue": True,
        "languages": ["ar", "en", "tr"],
        "on": "2024-12-18T09:00",
        "picture": "stars-of-the-sea",
        "topics": ["al-aqsa", "jerusalem", "institutions"],
        "note": "record",
        "story": "held",
        "again_on": "2024-12-23T10:00",
        "before": {
            "ar": {
                "summary": "ملتقى يُعقد في إسطنبول يومي 21 و22 ديسمبر 2024، ويجمع علماء وشخصيات عامة ومؤسسات تعمل في القضية الفلسطينية.",
                "body": """
<p>يُعقد الملتقى المقدسي لدعم الأقصى في إسطنبول على مدى يومين، السبت والأحد 21 و22 ديسمبر 2024، ويستضيفه وقف خيري في المدينة. ويشارك فيه علماء وشخصيات عامة ومؤسسات تعمل في القضية الفلسطينية.</p>
<h2>البرنامج</h2>
<p>يبدأ الملتقى بجلسة افتتاحية تُلقى فيها كلمات لعدد من العلماء، وتليها ندوات حوارية وورش عمل، ثم استعراض لتجارب دولية في دعم أهل القدس. وتُختتم أعماله مساء الأحد بتلاوة البيان الختامي.</p>
""",
            },
            "en": {
                "summary": "A forum in Istanbul on 21 and 22 December 2024 that brings together scholars, public figures and institutions that work on the Palestinian cause.",
                "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa is held in Istanbul over two days, Saturday and Sunday, 21 and 22 December 2024. A charitable endowment in the city hosts it. Scholars, public figures and institutions that work on the Palestinian cause take part.</p>
<h2>The programme</h2>
<p>It begins with an opening session with addresses by scholars. Panel discussions and workshops follow, and a review of international experiences in supporting the people of Jerusalem. The forum closes on Sunday evening with the reading of its closing statement.</p>
""",
            },
        },
        "ar": {
            "title": "الملتقى المقدسي لدعم الأقصى",
            "summary": "ملتقى عُقد في إسطنبول يومي 21 و22 ديسمبر 2024، وجمع علماء وشخصيات عامة ومؤسسات تعمل في القضية الفلسطينية، وخرج بثلاثة قرارات وخمس توصيات.",
            "body": """
<p>انعقد الملتقى المقدسي لدعم الأقصى في إسطنبول على مدى يومين، السبت والأحد 21 و22 ديسمبر 2024، واستضافه وقف خيري في المدينة. وشارك فيه علماء وشخصيات عامة ومؤسسات تعمل في القضية الفلسطينية.</p>
<h2>البرنامج</h2>
<p>بدأ الملتقى بجلسة افتتاحية أُلقيت فيها كلمات لعدد من العلماء، وتلتها ندوات حوارية وورش عمل، ثم استعراض لتجارب دولية في دعم أهل القدس. واختُتمت أعماله مساء الأحد بتلاوة البيان الختامي.</p>
<h2>ما خرج به الملتقى</h2>
<p>قرّر الملتقى تشكيل <a href="doc:committee">لجنة تحضيرية لعقد مؤتمر دولي حول القدس</a>، وإطلاق <a href="doc:brotherhood">مشروع «المؤاخاة»</a>، وإنشاء <a href="doc:academy">أكاديمية أنصار الأقصى</a>. وصدرت عنه كذلك خمس توصيات نُشرت نصوصها في هذا الموقع مع ما يستجدّ في متابعتها.</p>
""",
        },
        "en": {
            "title": "Maqdisi Forum in Support of Al-Aqsa",
            "summary": "A forum held in Istanbul on 21 and 22 December 2024. It brought together scholars, public figures and institutions that work on the Palestinian cause, and adopted three decisions and five recommendations.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa was held in Istanbul over two days, Saturday and Sunday, 21 and 22 December 2024. A charitable endowment in the city hosted it. Scholars, public figures and institutions that work on the Palestinian cause took part.</p>
<h2>The programme</h2>
<p>It began with an opening session with addresses by scholars. Panel discussions and workshops followed, and a review of international experiences in supporting the people of Jerusalem. The forum closed on Sunday evening with the reading of its closing statement.</p>
<h2>What came of it</h2>
<p>The forum decided to form <a href="doc:committee">a preparatory committee for an international conference on Jerusalem</a>, to begin <a href="doc:brotherhood">the Mu’akhat project</a>, and to found <a href="doc:academy">the Ansar al-Aqsa Academy</a>. It also made five recommendations. Their texts are on this site, with what becomes of them.</p>
""",
        },
    },
    "conference": {
        "code": "MQC",
        "starts_on": None,
        "ends_on": None,
        "is_current": False,
        "has_venue": False,
        "languages": [],
        "on": "2025-01-05T10:00",
        "picture": "night-sun",
        "topics": ["jerusalem", "institutions"],
        "note": "record",
        "ar": {
            "title": "المؤتمر الدولي حول القدس",
            "summary": "مؤتمر قرّر الملتقى المقدسي تشكيل لجنة تحضيرية لعقده؛ لم يُعلن موعده ولا مكانه بعد.",
            "body": """
<p>قرّر الملتقى المقدسي لدعم الأقصى، في ختام أعماله في 22 ديسمبر 2024، تشكيل <a href="doc:committee">لجنة تحضيرية</a> لعقد مؤتمر دولي جديد حول القدس.</p>
<p>لم يُعلن بعدُ موعد المؤتمر ولا مكانه ولا برنامجه. وتُنشر هذه المعلومات هنا عند إعلانها.</p>
""",
        },
        "en": {
            "title": "International Conference on Jerusalem",
            "summary": "A conference for which the Maqdisi Forum decided to form a preparatory committee. Its dates and place have not been announced.",
            "body": """
<p>At the end of its work on 22 December 2024 the Maqdisi Forum in Support of Al-Aqsa decided to form <a href="doc:committee">a preparatory committee</a> for a new international conference on Jerusalem.</p>
<p>The dates, the place and the programme of the conference have not been announced. They will be published here when they are.</p>
""",
        },
    },
}

# What the page of a session says until the session has been held.
BEFORE_A_SESSION = {
    "ar": "<p>يُنشر في هذه الصفحة ما دار في الجلسة بعد انعقادها.</p>",
    "en": "<p>What the session was about will be published here once it has been held.</p>",
}

# key: kind, day and hours, room, people (key, role)
SESSIONS = {
    "opening": {
        "kind": "opening",
        "from": "2024-12-21T09:30",
        "to": "2024-12-21T10:15",
        "room": "main",
        "languages": ["ar"],
        "people": [("speaker-1", "chair")],
        # No such video: only the form of the address, so that the page can offer to show one.
        "recording": "https://www.youtube.com/watch?v=sample-0001",
        "topics": ["al-aqsa"],
        "ar": (
            "الجلسة الافتتاحية",
            "افتتاح أعمال الملتقى وعرض برنامجه.",
            "<p>افتُتحت أعمال الملتقى صباح السبت، وعُرض برنامج اليومين ومحاور الندوات وورش العمل.</p><p>وشارك في الجلسة علماء وشخصيات عامة وممثلون عن مؤسسات تعمل في القضية الفلسطينية.</p>",
        ),
        "en": (
            "Opening session",
            "The forum opens and its programme is presented.",
            "<p>The forum opened on Saturday morning, and the programme of the two days was presented.</p><p>Scholars, public figures and representatives of institutions that work on the Palestinian cause took part.</p>",
        ),
    },
    "addresses": {
        "kind": "address",
        "from": "2024-12-21T10:15",
        "to": "2024-12-21T11:45",
        "room": "main",
        "languages": ["ar", "tr"],
        "people": [("speaker-1", "chair"), ("speaker-2", "speaker"), ("speaker-4", "speaker")],
        "recording": "https://example.org/recordings/addresses",
        "topics": ["al-aqsa", "jerusalem"],
        "ar": (
            "كلمات العلماء",
            "كلمات ضمن الافتتاح عن مكانة القدس والمسجد الأقصى.",
            "<p>أُلقيت في هذه الجلسة كلمات لعدد من العلماء تناولت مكانة القدس والمسجد الأقصى، ومسؤولية المؤسسات في التعريف بهما.</p><p>ولم يُسمِّ سجلّ الملتقى المتحدثين، ولذلك تظهر هنا أسماء نموذجية.</p>",
        ),
        "en": (
            "Addresses by scholars",
            "Addresses of the opening on the standing of Jerusalem and Al-Aqsa Mosque.",
            "<p>Scholars spoke about the standing of Jerusalem and of Al-Aqsa Mosque, and about the responsibility of institutions for making both known.</p><p>The record of the forum names no speakers, so the names shown here are samples.</p>",
        ),
    },
    "awareness": {
        "kind": "panel",
        "from": "2024-12-21T12:15",
        "to": "2024-12-21T13:45",
        "room": "main",
        "languages": ["ar"],
        "people": [
            ("speaker-9", "chair"),
            ("speaker-2", "panellist"),
            ("speaker-5", "panellist"),
            ("speaker-7", "panellist"),
        ],
        "recording": "https://example.org/recordings/awareness",
        "topics": ["jerusalem", "learning"],
        "ar": (
            "القدس في الوعي العام",
            "ندوة حوارية عن حضور القدس في الإعلام والمناهج والفضاء الرقمي.",
            "<p>ناقشت الندوة حضور القدس في الإعلام والمناهج التعليمية والفضاء الرقمي، وتوزّعت على ثلاثة محاور:</p><ul><li>المصطلح ودقّته في الخبر والمقال؛</li><li>مصادر المعرفة الموثوقة عن المدينة؛</li><li>مخاطبة جمهور لا يعرف تاريخها.</li></ul>",
        ),
        "en": (
            "Jerusalem in public awareness",
            "A panel on Jerusalem in the media, in schools and online.",
            "<p>The panel discussed how Jerusalem appears in the media, in school books and online, under three headings:</p><ul><li>exact terms in news and comment;</li><li>reliable sources about the city;</li><li>speaking to an audience that does not know its history.</li></ul>",
        ),
    },
    "institutional-work": {
        "kind": "workshop",
        "from": "2024-12-21T15:00",
        "to": "2024-12-21T17:00",
        "room": "workshop-1",
        "languages": ["ar"],
        "people": [("speaker-5", "trainer"), ("speaker-3", "chair")],
        "materials": ["workshop-table"],
        "topics": ["institutions"],
        "ar": (
            "ورشة عمل: من القرار إلى المتابعة",
            "كيف تُصاغ القرارات، ومن يتولّاها، وكيف تُعلن نتائجها.",
            "<p>تناولت الورشة صياغة القرار صياغةً قابلة للمتابعة: جهة مسؤولة، وموعد، ودليل على التنفيذ.</p><p>وعمل المشاركون في مجموعات على نماذج لجداول المتابعة، ونُشر أحدها ضمن مواد الجلسة.</p>",
        ),
        "en": (
            "Workshop: from decision to follow-up",
            "How decisions are worded, who takes charge of them and how results are made public.",
            "<p>The workshop dealt with wording a decision so that it can be followed up: a responsible body, a date, and evidence of what was done.</p><p>The participants worked in groups on follow-up tables. One of them is among the materials of the session.</p>",
        ),
    },
    "youth-workshop": {
        "kind": "workshop",
        "from": "2024-12-21T15:00",
        "to": "2024-12-21T16:30",
        "room": "workshop-2",
        "languages": ["ar", "en"],
        "people": [("trainer-10", "trainer")],
        "materials": ["youth-summary"],
        "topics": ["youth"],
        "ar": (
            "ورشة عمل: الشباب ورسالة القدس",
            "مبادرات شبابية للتعريف بالقدس بلغات مختلفة.",
            '<p>عرض المشاركون أفكارًا لمبادرات يقودها شباب للتعريف بتاريخ القدس ومعالمها بلغات مختلفة، وناقشوا ما تحتاج إليه من تدريب وإشراف.</p><p>وانتهت الورشة إلى نقاط أفادت منها <a href="doc:youth">توصية الملتقى بشأن دور الشباب</a>.</p>',
        ),
        "en": (
            "Workshop: young people and the message of Jerusalem",
            "Initiatives of young people that present Jerusalem in several languages.",
            '<p>The participants presented ideas for initiatives, led by young people, that make the history and sites of Jerusalem known in several languages. They discussed the training that these need.</p><p>The workshop ended with points that fed into <a href="doc:youth">the forum’s recommendation on young people</a>.</p>',
        ),
    },
    "women-panel": {
        "kind": "panel",
        "from": "2024-12-22T09:30",
        "to": "2024-12-22T11:00",
        "room": "main",
        "languages": ["ar"],
        "people": [("speaker-7", "chair"), ("speaker-8", "panellist"), ("speaker-9", "panellist")],
        "recording": "https://example.org/recordings/women",
        "topics": ["women", "families"],
        "ar": (
            "دور المرأة في حمل رسالة القدس",
            "ندوة حوارية عن حضور المرأة في التعليم والإعلام والعمل المجتمعي.",
            '<p>بحثت الندوة حضور المرأة في التعليم والإعلام والعمل المجتمعي المتصل بالقدس، وتوقّفت عند أثر الأسرة في نقل المعرفة من جيل إلى جيل.</p><p>وأوصى الملتقى في ختام أعماله <a href="doc:women">بتعزيز هذا الدور</a>.</p>',
        ),
        "en": (
            "The role of women in carrying the message of Jerusalem",
            "A panel on women in education, the media and community work.",
            '<p>The panel looked at the part of women in education, the media and community work that concerns Jerusalem, and at how families hand knowledge on from one generation to the next.</p><p>At its close the forum <a href="doc:women">recommended that this role be strengthened</a>.</p>',
        ),
    },
    "experiences": {
        "kind": "showcase",
        "from": "2024-12-22T11:30",
        "to": "2024-12-22T13:00",
        "room": "main",
        "languages": ["ar", "en", "tr"],
        "countries": ["TR", "MY", "ID", "ZA", "BA", "MA"],
        "people": [("speaker-5", "chair"), ("speaker-2", "speaker")],
        "recording": "https://example.org/recordings/experiences",
        "materials": ["experiences-summary"],
        "topics": ["institutions", "jerusalem"],
        "ar": (
            "استعراض تجارب دولية في دعم أهل القدس",
            "تجارب مؤسسات من بلدان مختلفة، وما يمكن نقله منها.",
            "<p>استعرضت الجلسة تجارب دولية في دعم أهل القدس، وما واجهته من صعوبات، وما يصلح منها للنقل إلى بلدان أخرى.</p><p>وقائمة البلدان الظاهرة مع هذه الجلسة نموذجية، أُدرجت لعرض طريقة إظهارها في الموقع.</p>",
        ),
        "en": (
            "International experiences in supporting the people of Jerusalem",
            "What institutions in different countries have done, and what others can learn from it.",
            "<p>The session reviewed international experiences in supporting the people of Jerusalem, the difficulties that they met, and what can be carried over to other countries.</p><p>The list of countries shown with this session is a sample, to show how the site presents it.</p>",
        ),
    },
    "law-workshop": {
        "kind": "workshop",
        "from": "2024-12-22T11:30",
        "to": "2024-12-22T13:00",
        "room": "workshop-1",
        "languages": ["ar", "en"],
        "people": [("speaker-6", "trainer"), ("speaker-4", "speaker")],
        "topics": ["law"],
        "ar": (
            "ورشة عمل: المسار القانوني الدولي",
            "ما تتطلبه متابعة القضايا أمام المحاكم الدولية من تخصص وتوثيق.",
            '<p>عرّفت الورشة باختصاص المحاكم الدولية وشروط قبول الدعاوى أمامها، وبما يتطلبه العمل أمامها من توثيق ومهل إجرائية.</p><p>ويتصل موضوعها <a href="doc:legal-team">بتوصية الملتقى بتشكيل فريق قانوني دولي متخصص</a>.</p>',
        ),
        "en": (
            "Workshop: the path of international law",
            "What work before international courts requires in expertise and documentation.",
            '<p>The workshop explained the jurisdiction of international courts, when they admit a case, and the documentation and time limits that work before them involves.</p><p>Its subject is that of <a href="doc:legal-team">the forum’s recommendation of a specialised international legal team</a>.</p>',
        ),
    },
    "learning-workshop": {
        "kind": "workshop",
        "from": "2024-12-22T14:00",
        "to": "2024-12-22T15:30",
        "room": "workshop-2",
        "languages": ["ar"],
        "people": [("trainer-11", "trainer"), ("speaker-8", "chair"), ("lecturer-12", "speaker")],
        "topics": ["learning"],
        "ar": (
            "ورشة عمل: تعليم العلوم المقدسية عن بُعد",
            "تصميم مساق إلكتروني: الأهداف والمصادر والتقويم.",
            '<p>تناولت الورشة مراحل إعداد مساق إلكتروني في العلوم المقدسية: تحديد الأهداف، واختيار المصادر، وتسجيل الدروس، وتقويم المتعلمين.</p><p>وعُرض فيها تصور أولي <a href="doc:academy">لأكاديمية أنصار الأقصى</a>.</p>',
        ),
        "en": (
            "Workshop: teaching about Jerusalem online",
            "Designing an online course: aims, sources and assessment.",
            '<p>The workshop dealt with the steps of making an online course about Jerusalem: setting aims, choosing sources, recording lessons and assessing learners.</p><p>A first outline of <a href="doc:academy">the Ansar al-Aqsa Academy</a> was presented.</p>',
        ),
    },
    "closing": {
        "kind": "closing",
        "from": "2024-12-22T16:00",
        "to": "2024-12-22T17:00",
        "room": "main",
        "languages": ["ar"],
        "people": [("speaker-1", "chair"), ("speaker-3", "speaker")],
        "recording": "https://example.org/recordings/closing",
        "materials": ["statement-text"],
        "topics": ["institutions", "al-aqsa"],
        "ar": (
            "الجلسة الختامية",
            "تلاوة البيان الختامي وإعلان القرارات والتوصيات.",
            '<p>تُلي في الجلسة الختامية، مساء الأحد 22 ديسمبر 2024، <a href="doc:closing-statement">البيان الختامي</a> الذي تضمّن قرارات الملتقى وتوصياته.</p><p>وتضمّن الختام رسالة شكر للوقف المستضيف ولتركيا حكومةً وشعبًا، وتعهّدًا بمواصلة العمل.</p>',
        ),
        "en": (
            "Closing session",
            "The closing statement is read; the decisions and recommendations are announced.",
            '<p>On the evening of Sunday 22 December 2024 <a href="doc:closing-statement">the closing statement</a> was read, with the forum’s decisions and recommendations.</p><p>It included a message of thanks to the host endowment and to Türkiye, its government and people, and a pledge to go on with the work.</p>',
        ),
    },
}
