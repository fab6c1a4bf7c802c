"""Articles of January 2025, samples all of them: what might become of decisions and recommendations."""

JANUARY = {
    "first-meeting": {
        "kind": "news",
        "on": "2025-01-04T18:00",
        "topics": ["jerusalem", "institutions"],
        "note": "sample",
        "resolutions": ["committee"],
        "story": "newer_copy",
        "copy": {
            "summary": "وزّعت اللجنة المهام بين أعضائها، وحددت موعدًا لاستقبال المقترحات. (صياغة معدّلة لم تُنشر بعد)"
        },
        "ar": {
            "title": "اللجنة التحضيرية للمؤتمر الدولي تعقد اجتماعها الأول",
            "summary": "وزّعت اللجنة المهام بين أعضائها، وفتحت باب المقترحات المكتوبة.",
            "body": """
<p>عقدت اللجنة التحضيرية للمؤتمر الدولي حول القدس اجتماعها الأول، ووزّعت المهام بين أعضائها الخمسة.</p>
<p>وقالت اللجنة في محضر موجز إنها اتفقت على ثلاث خطوات:</p>
<ol>
<li>تلقّي المقترحات المكتوبة بشأن محاور المؤتمر؛</li>
<li>إعداد قائمة أولية بالجهات المدعوّة؛</li>
<li>بحث المكان قبل إعلان الموعد.</li>
</ol>
<p>وكان الملتقى المقدسي قد قرّر في ختام أعماله تشكيل هذه اللجنة. وهي تجتمع مرة كل ثلاثة أسابيع، ويُنشر محضر موجز بعد كل اجتماع.</p>
<p>وأوضحت اللجنة أنها لن تعلن مكان المؤتمر ولا موعده قبل تثبيتهما، وأن المقترحات تُقدَّم في صفحة واحدة تذكر الموضوع وسبب اختياره والجهة التي يمكن أن تتولاه. وتُصنَّف المقترحات قبل الاجتماع المقبل.</p>
<p>ويُعقد الاجتماع المقبل عن بُعد، وتُدعى إليه الجهة المسؤولة عن متابعة القرار.</p>
<p>وتظهر أسماء الأعضاء وصفاتهم في <a href="doc:committee">صفحة القرار</a>، كما تظهر فيها المحطات المقررة ومواعيدها.</p>
""",
        },
        "en": {
            "title": "Preparatory committee of the conference holds its first meeting",
            "summary": "The committee divided its tasks and asked for proposals in writing.",
            "body": """
<p>The preparatory committee of the International Conference on Jerusalem held its first meeting and divided the tasks among its five members.</p>
<p>According to its short minutes the committee agreed on three steps:</p>
<ol>
<li>to receive written proposals for the subjects of the conference;</li>
<li>to draw up a first list of those to be invited;</li>
<li>to settle the place before dates are announced.</li>
</ol>
<p>The Maqdisi Forum had decided at its close to form the committee. It meets every three weeks, and short minutes are published after each meeting.</p>
<p>The committee said that it would not announce a place or dates before they are certain. A proposal is to fill one page and to name the subject, the reason for it and the body that could take it on. Proposals are sorted before the next meeting.</p>
<p>The next meeting is held online, with the body that is responsible for the decision.</p>
<p>The members and their roles are on <a href="doc:committee">the page of the decision</a>, with the planned steps and their dates.</p>
""",
        },
    },
    "workshops-summary": {
        "kind": "report",
        "on": "2025-01-09T10:00",
        "picture": "stone-stars",
        "topics": ["institutions", "youth", "law", "learning"],
        "sessions": ["institutional-work", "youth-workshop", "law-workshop", "learning-workshop"],
        "note": "sample",
        "story": "english_in_review",
        "ar": {
            "title": "خلاصات ورش العمل الأربع",
            "summary": "ما انتهت إليه ورش المتابعة والشباب والمسار القانوني والتعليم عن بُعد.",
            "body": """
<p>اكتملت خلاصات ورش العمل الأربع التي عُقدت ضمن الملتقى المقدسي. وهذا عرض موجز لكل منها.</p>
<h2>من القرار إلى المتابعة</h2>
<p>دعت <a href="doc:session-institutional-work">الورشة</a> إلى أن تُذكر مع كل قرار الجهة المسؤولة والموعد والدليل على التنفيذ، وأن تُنشر المتابعة ولو لم يتحقق تقدّم.</p>
<h2>الشباب ورسالة القدس</h2>
<p>اقترحت <a href="doc:session-youth-workshop">الورشة</a> البدء بمبادرات صغيرة يمكن قياس أثرها، وتدريب القائمين عليها على التحقق من المصادر.</p>
<h2>المسار القانوني الدولي</h2>
<p>أوضحت <a href="doc:session-law-workshop">الورشة</a> أن شروط قبول الدعاوى تختلف من محكمة إلى أخرى، وأن التوثيق يسبق كل خطوة.</p>
<h2>التعليم عن بُعد</h2>
<p>أوصت <a href="doc:session-learning-workshop">الورشة</a> بمساقات قصيرة تراجع محتواها هيئة علمية قبل نشرها.</p>
<h2>ملاحظة مشتركة</h2>
<p>تكررت في الخلاصات الأربع الدعوة إلى خطوات صغيرة معلنة بدل الخطط الكبيرة التي لا تُتابَع، وإلى نشر المواد بأكثر من لغة. وتُحفظ الخلاصات ضمن وثائق الملتقى.</p>
<p>ويمكن طلبها من مكتب التحرير.</p>
""",
        },
        "en": {
            "title": "Summaries of the four workshops",
            "summary": "What came of the workshops on follow-up, young people, international law and distance learning.",
            "body": """
<p>The summaries of the four workshops of the Maqdisi Forum are complete. Here is each in brief.</p>
<h2>From decision to follow-up</h2>
<p>The <a href="doc:session-institutional-work">workshop</a> asked that every decision name its responsible body, its date and the evidence of what was done.</p>
<h2>Young people</h2>
<p>The <a href="doc:session-youth-workshop">workshop</a> proposed to begin with small initiatives whose effect can be measured.</p>
""",
        },
    },
    "course-list": {
        "kind": "news",
        "on": "2025-01-14T09:00",
        "topics": ["learning"],
        "note": "sample",
        "resolutions": ["academy"],
        "story": "english_stale",
        "again_on": "2025-01-18T09:00",
        "again": {
            "title": "أكاديمية أنصار الأقصى تنشر قائمة من سبعة مساقات",
            "summary": "سبعة مساقات في التاريخ والعمارة والقانون والإعلام ومناهج البحث، اثنان منها بالإنجليزية.",
        },
        "ar": {
            "title": "أكاديمية أنصار الأقصى تنشر قائمة مساقاتها الأولى",
            "summary": "مساقات في التاريخ والعمارة والقانون والإعلام ومناهج البحث.",
            "body": """
<p>نشرت أكاديمية أنصار الأقصى القائمة الأولى من مساقاتها، وهي موزعة على خمسة مجالات: التاريخ والعمارة والقانون والإعلام ومناهج البحث.</p>
<h2>مستويات ثلاثة</h2>
<p>تتدرج المساقات من المستوى التمهيدي إلى المتقدم. ولا يُشترط للمساقات التمهيدية تحصيل سابق، أما المتقدمة فتتطلب إتمام مساق واحد على الأقل في المجال نفسه.</p>
<h2>لغة التدريس</h2>
<p>تُقدَّم أكثر المساقات بالعربية، ويُقدَّم بعضها بالإنجليزية. وتُذكر لغة كل مساق ومحاضره في <a href="doc:academy">صفحة الأكاديمية</a>.</p>
<h2>مدة المساق</h2>
<p>يمتد المساق الواحد من أربعة أسابيع إلى ستة، بمعدل درسين في الأسبوع لا تزيد مدة كل منهما على ربع ساعة. ويُختم كل مساق بعمل كتابي قصير يطّلع عليه المحاضر ويعلّق عليه.</p>
<p>وقالت الأكاديمية إن القائمة تُراجع كل فصل، وإن المحتوى يُعرض على مراجع من أهل الاختصاص قبل نشره.</p>
<p>وتُنشر كل مراجعة بتاريخها.</p>
""",
        },
        "en": {
            "title": "Ansar al-Aqsa Academy publishes its first list of courses",
            "summary": "Courses in history, architecture, law, the media and research methods.",
            "body": """
<p>The Ansar al-Aqsa Academy has published the first list of its courses. They belong to five subjects: history, architecture, law, the media and research methods.</p>
<h2>Three levels</h2>
<p>The courses go from introductory to advanced. The introductory ones ask for no earlier study; the advanced ones ask for at least one finished course in the same subject.</p>
<h2>Language of teaching</h2>
<p>Most courses are taught in Arabic, some in English. The language and the lecturer of each are on <a href="doc:academy">the page of the academy</a>.</p>
<h2>Length of a course</h2>
<p>A course takes four to six weeks, with two lessons a week of no more than a quarter of an hour. It ends with a short piece of writing on which the lecturer comments.</p>
<p>The academy said that the list is reviewed every term, and that a specialist reads all material before it is published.</p>
<p>Every revision is published with its date.</p>
""",
        },
    },
    "interview-academy": {
        "kind": "interview",
        "on": "2025-01-20T10:00",
        "picture": "olive-honeycomb",
        "topics": ["learning"],
        "people": ["speaker-8"],
        "note": "sample",
        "resolutions": ["academy"],
        "ar": {
            "title": "حوار نموذجي: كيف يُعدّ مساق عن القدس؟",
            "summary": "أسئلة وأجوبة نموذجية مع «متحدثة نموذجية 8» عن المصادر والتقويم ولغة الشرح.",
            "body": """
<p>أُعدّ هذا الحوار لعرض شكل المقابلات في الموقع. المتحدثة فيه نموذجية، وأجوبتها معلومات عامة عن التعليم الإلكتروني.</p>
<h2>ما أول ما يُكتب في المساق؟</h2>
<p>السؤال الذي سيجيب عنه المتعلّم في آخره. ومنه تُشتق الدروس، لا العكس.</p>
<h2>كيف تُختار المصادر؟</h2>
<p>يُذكر لكل معلومة مصدر يمكن الرجوع إليه، ويُفرَّق بين الوثيقة والدراسة والرواية الشفوية. وإذا اختلفت المصادر ذُكر الخلاف.</p>
<h2>وما طول الدرس المناسب؟</h2>
<p>من عشر دقائق إلى خمس عشرة دقيقة، يتبعها سؤال قصير. والدروس الأطول من ذلك تُقسَّم.</p>
<h2>هل تكفي الاختبارات للتقويم؟</h2>
<p>لا تكفي وحدها. يُطلب من المتعلم أن يكتب صفحة واحدة بلغته، فيتبيّن ما فهمه وما اكتفى بحفظه.</p>
<h2>وماذا عن لغة الشرح؟</h2>
<p>جمل قصيرة، ومصطلح واحد للمعنى الواحد من أول المساق إلى آخره. ويُشرح المصطلح عند أول ورود له.</p>
<p>وما يُشرح بمثال واحد واضح لا يُشرح بثلاثة.</p>
""",
        },
        "en": {
            "title": "Sample interview: how is a course about Jerusalem made?",
            "summary": "Sample questions and answers with Sample speaker 8 on sources, assessment and plain language.",
            "body": """
<p>This interview was written to show how the site presents one. The speaker is a sample, and the answers are general remarks on online teaching.</p>
<h2>What is written first?</h2>
<p>The question that learners will be able to answer at the end. The lessons follow from it, not the other way round.</p>
<h2>How are sources chosen?</h2>
<p>Every piece of information has a source that can be looked up. Documents, studies and oral history are told apart, and where sources differ the course says so.</p>
<h2>How long should a lesson be?</h2>
<p>Ten to fifteen minutes, followed by a short question. Longer lessons are divided.</p>
<h2>Are tests enough?</h2>
<p>Not alone. Learners also write a page in their own words, which shows what they understood and what they only remember.</p>
<h2>And the language of teaching?</h2>
<p>Short sentences, and one term for one meaning from the first lesson to the last. A term is explained where it first appears.</p>
<p>Where one clear example will do, three are too many.</p>
""",
        },
    },
    "how-brotherhood-works": {
        "kind": "news",
        "on": "2025-01-27T12:00",
        "picture": "clay-arches",
        "topics": ["families", "institutions"],
        "note": "sample",
        "resolutions": ["brotherhood"],
        "ar": {
            "title": "«المؤاخاة»: نشر آلية عمل المشروع وأسماء المؤسسات الشريكة",
            "summary": "ثلاث خطوات بين الأسرة الكافلة والأسرة المكفولة، وثلاث مؤسسات شريكة نموذجية.",
            "body": """
<p>نُشرت في صفحة مشروع «المؤاخاة» آلية عمله وأسماء المؤسسات الشريكة فيه وصفة كل منها.</p>
<p>ويقوم المشروع، كما قرّره الملتقى المقدسي، على أن تكفل أسر خارج فلسطين أسرًا في غزة، بالتعاون مع مؤسسات متخصصة.</p>
<h2>كيف يعمل</h2>
<p>تُعدّ المؤسسات المتخصصة القوائم وفق معايير مشتركة، وتُربط كل أسرة كافلة بأسرة واحدة، ثم تتابع المؤسسة الشريكة الكفالة وتصدر عنها تقريرًا دوريًا.</p>
<h2>حماية البيانات</h2>
<p>لا تُنشر أسماء الأسر ولا صورها ولا عناوينها.</p>
<h2>المؤسسات الشريكة</h2>
<p>تتولى مؤسسة نموذجية الإشراف على المعايير، ومؤسسة ثانية التواصل مع الأسر الكافلة، وتُعدّ مؤسسة ثالثة التقارير الدورية. ولم تُعلن بعدُ معايير الربط بين الأسر.</p>
<p>ويُنتظر صدورها بعد مشاورات بين المؤسسات الثلاث، ثم تُنشر كاملةً باللغتين.</p>
<p>وينقل هذا الموقع ما يُعلن عن المشروع فحسب؛ فهو لا يستقبل طلبات ولا أموالًا. والتفاصيل في <a href="doc:brotherhood">صفحة القرار</a>.</p>
""",
        },
        "en": {
            "title": "Mu’akhat: how the project works, and its partners",
            "summary": "Three steps between a sponsoring family and a sponsored one, and three sample partner institutions.",
            "body": """
<p>How the Mu’akhat project works has been published on its page, with the partner institutions and the part of each.</p>
<p>As the Maqdisi Forum decided, families outside Palestine sponsor families in Gaza in this project, in cooperation with specialised institutions.</p>
<h2>How it works</h2>
<p>Specialised institutions draw up lists by common criteria. Each sponsoring family is matched with one family. The partner institution then follows the sponsorship and reports on it at intervals.</p>
<h2>Protection of data</h2>
<p>Names, pictures and addresses of families are not published.</p>
<h2>The partner institutions</h2>
<p>One sample institution oversees the criteria, the second is in touch with the sponsoring families, the third draws up the reports. The criteria for matching families have not been announced.</p>
<p>They are expected after the three institutions have consulted, and will be published in full in both languages.</p>
<p>This site only reports what is made public about the project; it takes neither applications nor money. Details are on <a href="doc:brotherhood">the page of the decision</a>.</p>
""",
        },
    },
}
