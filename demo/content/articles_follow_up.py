"""Articles of January to March 2025, samples all of them: what might become of decisions and recommendations."""

FOLLOW_UP = {
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
<p>وتظهر أسماء الأعضاء وصفاتهم في <a href="doc:committee">صفحة القرار</a>، كما تظهر فيها الخطوات المقررة ومواعيدها.</p>
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
<p>The members and their roles are on <a href="doc:committee">the page of the decision</a>, with the planned steps and their dates.</p>
""",
        },
    },
    "workshops-summary": {
        "kind": "report",
        "on": "2025-01-09T10:00",
        "picture": "stone-stars",
        "topics": ["institutions", "youth", "law", "learning"],
        "note": "sample",
        "story": "english_in_review",
        "ar": {
            "title": "خلاصات ورش العمل الأربع",
            "summary": "ما انتهت إليه ورش المتابعة والشباب والمسار القانوني والتعليم عن بُعد.",
            "body": """
<p>اكتملت خلاصات ورش العمل الأربع التي عُقدت ضمن الملتقى المقدسي. وهذا عرض موجز لكل منها.</p>
<h2>من القرار إلى المتابعة</h2>
<p>دعت <a href="doc:session-institutional-work">الورشة</a> إلى أن يُذكر مع كل قرار الجهة المسؤولة والموعد وشاهد التنفيذ، وأن تُنشر المتابعة ولو لم يتحقق تقدّم.</p>
<h2>الشباب ورسالة القدس</h2>
<p>اقترحت <a href="doc:session-youth-workshop">الورشة</a> البدء بمبادرات صغيرة يمكن قياس أثرها، وتدريب القائمين عليها على التحقق من المصادر.</p>
<h2>المسار القانوني الدولي</h2>
<p>أوضحت <a href="doc:session-law-workshop">الورشة</a> أن شروط قبول الدعاوى تختلف من محكمة إلى أخرى، وأن التوثيق يسبق كل خطوة.</p>
<h2>التعليم عن بُعد</h2>
<h2>ملاحظة مشتركة</h2>
<p>تكررت في الخلاصات الأربع الدعوة إلى خطوات صغيرة معلنة بدل الخطط الكبيرة التي لا تُتابَع، وإلى نشر المواد بأكثر من لغة. وتُحفظ الخلاصات ضمن وثائق الملتقى.</p>
<p>أوصت <a href="doc:session-learning-workshop">الورشة</a> بمساقات قصيرة تُراجع محتواها هيئة علمية قبل نشرها.</p>
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
<p>نشرت أكاديمية أنصار الأقصى القائمة الأولى من مساقاتها، وهي موزعة على خمسة موضوعات: التاريخ والعمارة والقانون والإعلام ومناهج البحث.</p>
<h2>مستويات ثلاثة</h2>
<p>تتدرج المساقات من المستوى التمهيدي إلى المتقدم. ولا يُشترط للمساقات التمهيدية تحصيل سابق، أما المتقدمة فتتطلب إتمام مساق واحد على الأقل من الموضوع نفسه.</p>
<h2>لغة التدريس</h2>
<h2>مدة المساق</h2>
<p>يمتد المساق الواحد من أربعة أسابيع إلى ستة، بمعدل درسين في الأسبوع لا يزيد الدرس منهما على ربع ساعة. ويُختم كل مساق بعمل كتابي قصير يطّلع عليه المحاضر ويعلّق عليه.</p>
<p>وقالت الأكاديمية إن القائمة تُراجع كل فصل، وإن المحتوى يُعرض على مراجع من أهل الاختصاص قبل نشره.</p>
<p>تُقدَّم أكثر المساقات بالعربية، ويُقدَّم بعضها بالإنجليزية. وتُذكر لغة كل مساق ومحاضره في <a href="doc:academy">صفحة الأكاديمية</a>.</p>
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
<h2>Length of a course</h2>
<p>A course takes four to six weeks, with two lessons a week of no more than a quarter of an hour. It ends with a short piece of writing on which the lecturer comments.</p>
<p>The academy said that the list is reviewed every term, and that a specialist reads all material before it is published.</p>
<p>Most courses are taught in Arabic, some in English. The language and the lecturer of each are on <a href="doc:academy">the page of the academy</a>.</p>
""",
        },
    },
    "interview-academy": {
        "kind": "interview",
        "on": "2025-01-20T10:00",
        "picture": "olive-honeycomb",
        "topics": ["learning"],
        "note": "sample",
        "resolutions": ["academy"],
        "ar": {
            "title": "حوار نموذجي: كيف يُعدّ مساق عن القدس؟",
            "summary": "أسئلة وأجوبة نموذجية مع «متحدثة نموذجية 8» عن المصادر والتقويم ولغة الشرح.",
            "body": """
<p>أُعدّ هذا الحوار لعرض شكل المقابلات في الموقع. المتحدثة فيه نموذجية، وأجوبتها معلومات عامة عن التعليم الإلكتروني.</p>
<h3>ما أول ما يُكتب في المساق؟</h3>
<p>السؤال الذي سيجيب عنه المتعلّم في آخره. ومنه تُشتق الدروس، لا العكس.</p>
<h3>كيف تُختار المصادر؟</h3>
<p>يُذكر لكل معلومة مصدر يمكن الرجوع إليه، ويُفرَّق بين الوثيقة والدراسة والرواية الشفوية. وإذا اختلفت المصادر ذُكر الخلاف.</p>
<h3>وما طول الدرس المناسب؟</h3>
<p>من عشر دقائق إلى خمس عشرة دقيقة، يتبعها سؤال قصير. والدروس الأطول من ذلك تُقسَّم.</p>
<h3>هل تكفي الاختبارات للتقويم؟</h3>
<h3>وماذا عن لغة الشرح؟</h3>
<p>جمل قصيرة، ومصطلح واحد للمعنى الواحد من أول المساق إلى آخره. ويُشرح المصطلح عند أول ورود له.</p>
<p>لا تكفي وحدها. يُطلب من المتعلم أن يكتب صفحة واحدة بلغته، فيظهر ما فهمه وما حفظه فقط.</p>
""",
        },
        "en": {
            "title": "Sample interview: how is a course about Jerusalem made?",
            "summary": "Sample questions and answers with Sample speaker 8 on sources, assessment and plain language.",
            "body": """
<p>This interview was written to show how the site presents one. The speaker is a sample, and the answers are general remarks on online teaching.</p>
<h3>What is written first?</h3>
<p>The question that learners will be able to answer at the end. The lessons follow from it, not the other way round.</p>
<h3>How are sources chosen?</h3>
<p>Every piece of information has a source that can be looked up. Documents, studies and oral history are told apart, and where sources differ the course says so.</p>
<h3>How long should a lesson be?</h3>
<p>Ten to fifteen minutes, followed by a short question. Longer lessons are divided.</p>
<h3>Are tests enough?</h3>
<h3>And the language of teaching?</h3>
<p>Short sentences, and one term for one meaning from the first lesson to the last. A term is explained where it first appears.</p>
<p>Not alone. Learners also write a page in their own words, which shows what they understood and what they only remember.</p>
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
<p>تُعدّ المؤسسات المتخصصة القوائم وفق معايير معلنة، وتُربط كل أسرة كافلة بأسرة واحدة، ثم تتابع المؤسسة الشريكة الكفالة وتصدر عنها تقريرًا دوريًا.</p>
<h2>حماية البيانات</h2>
<p>لا تُنشر أسماء الأسر ولا صورها ولا عناوينها.</p>
<h2>المؤسسات الشريكة</h2>
<p>تتولى مؤسسة نموذجية الإشراف على المعايير، وتتواصل ثانية مع الأسر الكافلة، وتُعدّ ثالثة التقارير الدورية. ولم تُعلن بعدُ معايير الربط بين الأسر.</p>
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
<p>Specialised institutions draw up lists by published criteria. Each sponsoring family is matched with one family. The partner institution then follows the sponsorship and reports on it at intervals.</p>
<h2>Protection of data</h2>
<p>Names, pictures and addresses of families are not published.</p>
<h2>The partner institutions</h2>
<p>One sample institution oversees the criteria, the second is in touch with the sponsoring families, the third draws up the reports. The criteria for matching families have not been announced.</p>
<p>This site only reports what is made public about the project; it takes neither applications nor money. Details are on <a href="doc:brotherhood">the page of the decision</a>.</p>
""",
        },
    },
    "academy-opens": {
        "kind": "news",
        "on": "2025-02-02T10:00",
        "picture": "night-sun",
        "topics": ["learning"],
        "note": "sample",
        "resolutions": ["academy"],
        "ar": {
            "title": "افتتاح منصة أكاديمية أنصار الأقصى بسبعة مساقات",
            "summary": "بدأ التسجيل في المساقات التمهيدية، وتليها المتوسطة والمتقدمة.",
            "body": """
<p>افتُتحت المنصة الإلكترونية لأكاديمية أنصار الأقصى بسبعة مساقات في خمسة موضوعات، تنفيذًا لقرار الملتقى المقدسي بإنشائها.</p>
<p>وبدأ التسجيل في المساقات التمهيدية الثلاثة، على أن يُفتح التسجيل في المساقات المتوسطة والمتقدمة بعد شهر.</p>
<h2>ما الذي تقدمه المنصة؟</h2>
<ul>
<li>دروسًا مسجلة مع نصوصها المكتوبة؛</li>
<li>قائمة بالمصادر لكل درس؛</li>
<li>أسئلة قصيرة للمراجعة.</li>
</ul>
<p>وقالت منسقة الأكاديمية، وهي شخصية نموذجية، إن الدروس متاحة على الهاتف والحاسوب، وإن نصوصها المكتوبة أُعدّت لمن لا يستطيع سماع التسجيل أو يفضّل القراءة.</p>
<p>ويُستطلع رأي الدارسين بعد ستة أسابيع من الافتتاح، وتُنشر خلاصة الاستطلاع مع ما يترتب عليها من تعديل في المساقات.</p>
<p>وسُجّل الافتتاح في <a href="doc:academy">صفحة القرار</a> شاهدًا على تنفيذه.</p>
""",
        },
        "en": {
            "title": "Ansar al-Aqsa Academy opens its platform with seven courses",
            "summary": "Enrolment has begun in the introductory courses; the others follow.",
            "body": """
<p>The online platform of the Ansar al-Aqsa Academy has opened with seven courses in five subjects. The Maqdisi Forum had decided to found it.</p>
<p>Enrolment has begun in the three introductory courses. The intermediate and advanced ones follow a month later.</p>
<h2>What the platform offers</h2>
<ul>
<li>recorded lessons with their text;</li>
<li>a list of sources for each lesson;</li>
<li>short questions for revision.</li>
</ul>
<p>The coordinator of the academy, a sample person, said that lessons can be followed on a telephone or a computer. Their text is there for those who cannot hear the recording or would rather read.</p>
<p>Learners will be asked for their views six weeks after the opening. A summary will be published, with the changes that follow from it.</p>
<p>The opening is recorded on <a href="doc:academy">the page of the decision</a> as evidence that it was carried out.</p>
""",
        },
    },
    "experiences-file": {
        "kind": "report",
        "on": "2025-02-08T10:00",
        "topics": ["institutions", "jerusalem"],
        "note": "sample",
        "story": "arabic_only",
        "ar": {
            "title": "ملف: ثلاث تجارب نموذجية في التعريف بالقدس",
            "summary": "مكتبة متنقلة ومعرض طلابي وقاموس للمصطلحات: ما الذي جعلها تستمر؟",
            "body": """
<p>يعرض هذا الملف ثلاث تجارب نموذجية في التعريف بالقدس، صيغت على مثال ما استُعرض في <a href="doc:session-experiences">جلسة التجارب الدولية</a>.</p>
<h2>مكتبة متنقلة</h2>
<p>بدأت بصندوقين من الكتب، ثم نمت بإعارة منظمة وسجلّ بسيط للكتب الأكثر طلبًا. وكان سر استمرارها أن المتطوعين يتناوبون عليها شهرًا بشهر.</p>
<h2>معرض طلابي</h2>
<p>أعدّه طلاب عن معالم البلدة القديمة، ورافقته بطاقات تذكر مصدر كل معلومة. ونُقل المعرض إلى أربع مدارس من غير أن تتغير مادته.</p>
<h2>قاموس للمصطلحات</h2>
<p>جمع صحفيون مصطلحات يكثر الخطأ فيها، ووضعوا لكل منها تعريفًا ومقابلًا بالإنجليزية. ويُراجَع القاموس مرة كل سنة.</p>
<h2>ما يجمع بينها</h2>
<p>ويتبين من التجارب الثلاث أن البداية المتواضعة لم تكن عائقًا، بل أتاحت التعديل قبل التوسع. كما يتبين أن التوقف حدث في تجارب مشابهة عندما غاب من يتولى المتابعة.</p>
<p>مسؤول معروف، وسجلّ مكتوب، ومراجعة دورية.</p>
""",
        },
    },
    "thanks-volunteers": {
        "kind": "letter",
        "on": "2025-02-13T12:00",
        "topics": ["institutions"],
        "note": "sample",
        "ar": {
            "title": "رسالة شكر إلى المتطوعين في تنظيم الملتقى",
            "byline": "أمانة الملتقى",
            "summary": "رسالة نموذجية إلى من نظّموا القاعات والترجمة والتسجيل.",
            "body": """
<p>إلى من عملوا في القاعات والترجمة والتسجيل والاستقبال،</p>
<p>انتهت أعمال التوثيق، وصار برنامج الملتقى وتسجيلاته متاحًا في <a href="doc:forum">صفحة واحدة</a>. وما كان ذلك ليتم في وقته لولا عملكم.</p>
<p>نشكر لكم دقة المواعيد، وصبركم على تعديلات اللحظة الأخيرة، وعنايتكم بضيوف لا يتكلمون لغة واحدة. وقد أعددنا ملفًا بالملاحظات التي أرسلتموها، لتستفيد منه اللجنة التحضيرية للمؤتمر.</p>
<p>ولكل من لم تبلغه هذه الرسالة مباشرةً: هذه نسختكم.</p>
<p>ومما ذكرتموه أن لوحات الإرشاد كانت بلغة واحدة في اليوم الأول، وأن الاستراحة بين الورش كانت قصيرة، وأن سماعات الترجمة احتاجت إلى نقطة توزيع ثانية. وقد سُجّل ذلك كله، ومعه ما رأيتم أنه نجح: الافتتاح في موعده، ونشر التسجيلات في اليوم نفسه.</p>
<p>أمانة الملتقى</p>
""",
        },
        "en": {
            "title": "Letter of thanks to the volunteers of the forum",
            "byline": "Forum secretariat",
            "summary": "A sample letter to those who looked after the halls, the interpreting and the recordings.",
            "body": """
<p>To all who worked in the halls, and on interpreting, recording and reception,</p>
<p>The documentation is complete: the programme of the forum and its recordings are on <a href="doc:forum">one page</a>. Without you this would not have been ready in time.</p>
<p>Thank you for keeping the times, for your patience with late changes, and for your care of guests who did not all share a language. Your remarks have been collected for the preparatory committee of the conference.</p>
<p>Anyone whom this letter has not reached directly: this is your copy.</p>
<p>You told us that signs were in one language only on the first day, that breaks between workshops were short, and that headsets needed a second desk. All of it is noted, and so is what you thought went well: an opening on time, and recordings published on the same day.</p>
<p>The forum secretariat</p>
""",
        },
    },
    "youth-meeting": {
        "kind": "news",
        "on": "2025-02-20T16:00",
        "picture": "sea-frieze",
        "topics": ["youth"],
        "note": "sample",
        "resolutions": ["youth"],
        "ar": {
            "title": "لقاء تعريفي بمبادرات الشباب ينشر قائمة من تسع مبادرات",
            "summary": "مبادرات في الترجمة والتصوير والجولات الافتراضية، ولكل منها منسق وموعد.",
            "body": """
<p>نشر لقاء تعريفي نظمته هيئة شبابية نموذجية قائمة من تسع مبادرات للتعريف بالقدس، متابعةً <a href="doc:youth">لتوصية الملتقى المقدسي</a> بشأن دور الشباب.</p>
<p>وتتوزع المبادرات على ثلاثة مجالات:</p>
<ul>
<li>ترجمة نصوص قصيرة عن معالم المدينة؛</li>
<li>جولات افتراضية في متاحف ومجموعات صور؛</li>
<li>ورش للتحقق من المعلومات المتداولة.</li>
</ul>
<p>وشارك في اللقاء منسقو المبادرات ومدربان من ورشة الشباب التي عُقدت في اليوم الأول من الملتقى. وعرضت كل مبادرة هدفها في دقيقتين، ثم أجاب منسقها عن أسئلة الحاضرين.</p>
<p>واتفق المشاركون على نموذج واحد للتقرير، يذكر ما أُنجز وما تعذّر وسبب ذلك، وعلى أن تُراجَع النصوص المترجمة قبل نشرها.</p>
<p>وقال المنظمون إن كل مبادرة تبدأ بمنسق معروف وموعد محدد، وإن النتائج تُنشر كل ثلاثة أشهر.</p>
""",
        },
        "en": {
            "title": "Meeting of youth initiatives publishes a list of nine",
            "summary": "Initiatives in translation, photography and virtual tours, each with a coordinator and a date.",
            "body": """
<p>A meeting organised by a sample youth body has published a list of nine initiatives that make Jerusalem known. It follows <a href="doc:youth">the Maqdisi Forum’s recommendation</a> on young people.</p>
<p>The initiatives belong to three fields:</p>
<ul>
<li>translating short texts about the sites of the city;</li>
<li>virtual tours of museums and collections of pictures;</li>
<li>workshops on checking what is passed on online.</li>
</ul>
<p>The coordinators took part, and two trainers of the youth workshop of the forum’s first day. Each initiative had two minutes to present its aim; its coordinator then answered questions.</p>
<p>The participants agreed on one form of report, which says what was done, what was not and why, and that translated texts are checked before they are published.</p>
<p>The organisers said that each begins with a known coordinator and a date, and that results are published every three months.</p>
""",
        },
    },
    "secretariat-statement": {
        "kind": "statement",
        "on": "2025-02-27T11:00",
        "topics": ["institutions"],
        "note": "sample",
        "resolutions": ["committee", "brotherhood", "academy"],
        "ar": {
            "title": "بيان أمانة الملتقى عن طريقة نشر المتابعات",
            "byline": "أمانة الملتقى",
            "summary": "كل متابعة بتاريخها، وكل تغيير في حال القرار بملاحظة منشورة.",
            "body": """
<p>تلقّت أمانة الملتقى أسئلة عن طريقة نشر المتابعات في الموقع، وتوضح ما يأتي:</p>
<ol>
<li>يُسجَّل كل تغيير في حال قرار أو توصية بتاريخ حدوثه، لا بتاريخ نشره.</li>
<li>لا يوصف قرار بأنه منفَّذ إلا مع شاهد يمكن للقارئ الاطلاع عليه.</li>
<li>إذا تعثّر التنفيذ قيل ذلك صراحةً مع ذكر السبب.</li>
<li>تبقى الملاحظات السابقة ظاهرة، ولا تُحذف عند صدور ملاحظة جديدة.</li>
</ol>
<p>وتشير الأمانة إلى أن حال القرار تُختار من خمس: معتمد، وقيد التنفيذ، ومنفَّذ، ومتعثّر، ومستبدَل. ولا يعني وصف قرار بأنه متعثّر أنه أُلغي، بل إن العمل فيه متوقف لسبب مذكور. ويُنشر التصحيح، إن وقع خطأ في متابعة، متابعةً جديدة بتاريخها.</p>
<p>ويمكن تنزيل القرارات والتوصيات مع أحوالها جدولًا من <a href="/ar/decisions/">صفحة القرارات</a> و<a href="/ar/recommendations/">صفحة التوصيات</a>.</p>
""",
        },
        "en": {
            "title": "Statement of the secretariat on how follow-up is published",
            "byline": "Forum secretariat",
            "summary": "Every entry with its date; every change of status with a public note.",
            "body": """
<p>The secretariat was asked how follow-up is published on this site, and states:</p>
<ol>
<li>A change in the status of a decision or recommendation is recorded under the day on which it happened, not the day of publication.</li>
<li>None is called implemented without evidence that readers can look at.</li>
<li>Where work has come to a halt, the site says so and gives the reason.</li>
<li>Earlier notes stay visible when a new one is published.</li>
</ol>
<p>A decision has one of five statuses: adopted, in progress, implemented, stalled or superseded. Stalled does not mean that it was given up, only that work has stopped for the reason given. If an entry was wrong, the correction is a new entry with its own date.</p>
<p>Decisions and recommendations can be downloaded as a table, with their status, from <a href="/en/decisions/">the list of decisions</a> and <a href="/en/recommendations/">the list of recommendations</a>.</p>
""",
        },
    },
    "follow-up-march": {
        "kind": "report",
        "on": "2025-03-06T10:00",
        "picture": "dawn-frieze",
        "topics": ["institutions", "law", "families"],
        "note": "sample",
        "resolutions": ["committee", "brotherhood", "academy", "council", "youth", "women", "legal-team"],
        "ar": {
            "title": "بعد أحد عشر أسبوعًا: ما الذي تحقق من قرارات الملتقى وتوصياته؟",
            "summary": "قرار منفَّذ، وتوصية منفَّذة، وأعمال جارية، ومسارات متعثرة أو لم تبدأ.",
            "body": """
<p>مضى أحد عشر أسبوعًا تقريبًا على ختام الملتقى المقدسي. وفيما يأتي حال قراراته وتوصياته بحسب ما نُشر في صفحاتها.</p>
<h2>ما نُفِّذ</h2>
<p>افتُتحت منصة <a href="doc:academy">أكاديمية أنصار الأقصى</a>، وعُقد اللقاء الذي تابع <a href="doc:youth">توصية الشباب</a>.</p>
<h2>ما يجري العمل فيه</h2>
<p>تواصل <a href="doc:committee">اللجنة التحضيرية</a> إعداد المؤتمر. وتكوّن فريق عمل لمتابعة <a href="doc:women">توصية المرأة</a>.</p>
<h2>ما تعثّر</h2>
<p>تأجّل إعلان معايير الربط بين الأسر في <a href="doc:brotherhood">مشروع «المؤاخاة»</a> إلى حين استكمال المشاورات. وتوقفت المشاورات بشأن <a href="doc:legal-team">الفريق القانوني الدولي</a> إلى حين تسمية منسق له.</p>
<h2>ما لم يبدأ</h2>
<p>ولا تتضمن صفحة <a href="doc:campaign">التوصية بشأن الدعم المالي</a> سوى إعلانها في الجلسة الختامية.</p>
<h2>كيف أُعدّ هذا التقرير</h2>
<p>اعتمد التقرير على الملاحظات المؤرّخة المنشورة وحدها، ولم يُضف إليها تقدير من هيئة التحرير.</p>
<p>لم تُعلن خطوة بشأن <a href="doc:council">مجلس الاجتهاد العالمي</a>.</p>
""",
        },
        "en": {
            "title": "Eleven weeks on: what became of the forum’s decisions and recommendations",
            "summary": "A decision and a recommendation implemented, some in progress, some stalled or not begun.",
            "body": """
<p>About eleven weeks have passed since the Maqdisi Forum closed. This is where its decisions and recommendations stand, according to their pages.</p>
<h2>Implemented</h2>
<p>The platform of <a href="doc:academy">the Ansar al-Aqsa Academy</a> has opened. A meeting followed up <a href="doc:youth">the recommendation on young people</a>.</p>
<h2>In progress</h2>
<p>The <a href="doc:committee">preparatory committee</a> goes on preparing the conference. A working group was formed for <a href="doc:women">the recommendation on women</a>.</p>
<h2>Stalled</h2>
<p>In <a href="doc:brotherhood">the Mu’akhat project</a> the criteria for matching families wait for the end of consultations. Consultations on <a href="doc:legal-team">the international legal team</a> are on hold until a coordinator is named.</p>
<h2>Not begun</h2>
<p>The page of <a href="doc:campaign">the recommendation on financial support</a> has nothing but its announcement in the closing session.</p>
<h2>How this report was made</h2>
<p>It rests on the dated notes that were published, and on nothing else.</p>
<p>No step has been made public on <a href="doc:council">the world council of jurists</a>.</p>
""",
        },
    },
    "conference-subjects": {
        "kind": "news",
        "on": "2025-03-12T13:00",
        "picture": "clay-rosettes",
        "topics": ["jerusalem", "institutions"],
        "note": "sample",
        "resolutions": ["committee"],
        "event": "conference",
        "story": "update_scheduled",
        "copy": {"summary": "خمسة محاور، وموعد يُعلن لاحقًا. ويُتوقع صدور دليل للمشاركين. (تحديث مجدول)"},
        "ar": {
            "title": "إقرار خمسة محاور للمؤتمر الدولي حول القدس",
            "summary": "خمسة محاور، وموعد يُعلن لاحقًا بعد تثبيت المكان.",
            "body": """
<p>أقرّت اللجنة التحضيرية خمسة محاور <a href="doc:conference">للمؤتمر الدولي حول القدس</a>، بعد أن صنّفت المقترحات المكتوبة التي تلقتها.</p>
<ol>
<li>القدس في المناهج وكتب التاريخ؛</li>
<li>التراث المعماري وتوثيقه؛</li>
<li>القدس في القانون الدولي؛</li>
<li>الإعلام ودقة المصطلح؛</li>
<li>العمل الأهلي ومتابعة القرارات.</li>
</ol>
<p>وبلغ عدد المقترحات المكتوبة ثلاثة وأربعين مقترحًا، دُمج المتشابه منها واستُبعد ما خرج عن موضوع المؤتمر. ونُشر مع القائمة شرح موجز يبيّن سبب اختيار كل محور وما لا يدخل فيه.</p>
<p>وتُسند اللجنة كل محور إلى مقرر يتولى التواصل مع الباحثين ومراجعة الملخصات. ولم تُذكر أسماء المقررين بعد.</p>
<p>وقالت اللجنة إنها تعلن الموعد بعد تثبيت المكان، وإنها تنشر قواعد تقديم الأوراق في حينه.</p>
""",
        },
        "en": {
            "title": "Five subjects agreed for the International Conference on Jerusalem",
            "summary": "Five subjects; dates to be announced once the place is certain.",
            "body": """
<p>The preparatory committee has agreed on five subjects for <a href="doc:conference">the International Conference on Jerusalem</a>, after sorting the written proposals that it received.</p>
<ol>
<li>Jerusalem in school books and histories;</li>
<li>architectural heritage and its documentation;</li>
<li>Jerusalem in international law;</li>
<li>the media and exact terms;</li>
<li>civic work and the follow-up of decisions.</li>
</ol>
<p>Forty-three written proposals had come in. Similar ones were merged, and those beside the subject of the conference were left out. A short note with the list explains why each subject was chosen and what does not belong to it.</p>
<p>Each subject will have a rapporteur who is in touch with researchers and reads abstracts. Their names have not been given.</p>
<p>The committee said that it would announce dates once the place is certain, and publish the rules for papers in due course.</p>
""",
        },
    },
}
