"""Articles of February and March 2025, samples all of them: what might become of decisions and recommendations."""

FEBRUARY_AND_MARCH = {
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
<p>افتُتحت المنصة الإلكترونية لأكاديمية أنصار الأقصى بسبعة مساقات في خمسة مجالات، تنفيذًا لقرار الملتقى المقدسي بإنشائها.</p>
<p>وبدأ التسجيل في المساقات التمهيدية الثلاثة، على أن يُفتح التسجيل في المساقات المتوسطة والمتقدمة بعد شهر.</p>
<h2>ما الذي تقدمه المنصة؟</h2>
<ul>
<li>دروس مسجلة مع نصوصها المكتوبة؛</li>
<li>قائمة بالمصادر لكل درس؛</li>
<li>أسئلة قصيرة للمراجعة.</li>
</ul>
<p>وقالت منسقة الأكاديمية، وهي شخصية نموذجية، إن الدروس متاحة على الهاتف والحاسوب، وإن نصوصها المكتوبة أُعدّت لمن لا يستطيع سماع التسجيل أو يفضّل القراءة.</p>
<p>ويُستطلع رأي الدارسين بعد ستة أسابيع من الافتتاح، وتُنشر خلاصة الاستطلاع مع ما يترتب عليها من تعديل في المساقات.</p>
<p>وتُصدر الأكاديمية إفادة بإتمام المساق لمن أنجز أعماله المطلوبة، ولا تمنح درجات علمية. والتسجيل متاح بالعربية والإنجليزية.</p>
<p>وسُجّل الافتتاح في <a href="doc:academy">صفحة القرار</a> دليلًا على تنفيذه.</p>
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
<p>Those who finish the work of a course receive a note that says so; the academy grants no degrees. Enrolment is possible in Arabic and in English.</p>
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
<p>مسؤول معروف، وسجلّ مكتوب، ومراجعة دورية.</p>
<p>ويتبين من التجارب الثلاث أن البداية المتواضعة لم تكن عائقًا، بل أتاحت التعديل قبل التوسع. كما يتبين أن التوقف حدث في تجارب مشابهة عندما غاب من يتولى المتابعة.</p>
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
<p>ومما ذكرتموه أن لوحات الإرشاد كانت بلغة واحدة في اليوم الأول، وأن الاستراحة بين الورش كانت قصيرة، وأن سماعات الترجمة احتاجت إلى نقطة توزيع ثانية. وقد سُجّل ذلك كله، ومعه ما رأيتم أنه نجح: الافتتاح في موعده، ونشر التسجيلات في اليوم نفسه.</p>
<p>وسنراسل كل فريق منكم لمراجعة ما كُتب عن عمله قبل أن يُحفظ.</p>
<p>ولمن لم تبلغهم هذه الرسالة مباشرةً: هذه نسختهم.</p>
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
<p>You told us that signs were in one language only on the first day, that breaks between workshops were short, and that headsets needed a second desk. All of it is noted, and so is what you thought went well: an opening on time, and recordings published on the same day.</p>
<p>Each team will be asked to read what was written about its work before it is filed.</p>
<p>Anyone whom this letter has not reached directly: this is your copy.</p>
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
            "title": "إعلان قائمة من تسع مبادرات شبابية في لقاء تعريفي",
            "summary": "مبادرات في الترجمة والجولات الافتراضية والتحقق من المعلومات، ولكل منها منسق وموعد.",
            "body": """
<p>أُعلنت في لقاء تعريفي نظمته هيئة شبابية نموذجية قائمة تضم تسع مبادرات للتعريف بالقدس، متابعةً <a href="doc:youth">لتوصية الملتقى المقدسي</a> بشأن دور الشباب.</p>
<p>وتتوزع المبادرات على ثلاثة مجالات:</p>
<ul>
<li>ترجمة نصوص قصيرة عن معالم المدينة؛</li>
<li>جولات افتراضية في متاحف ومجموعات صور؛</li>
<li>ورش للتحقق من المعلومات المتداولة.</li>
</ul>
<p>وشارك في اللقاء منسقو المبادرات ومدربان من ورشة الشباب التي عُقدت في اليوم الأول من الملتقى. وعرضت كل مبادرة هدفها في دقيقتين، ثم أجاب منسقها عن أسئلة الحاضرين.</p>
<p>واتفق المشاركون على نموذج واحد للتقرير، يذكر ما أُنجز وما تعذّر وسبب ذلك، وعلى أن تُراجَع النصوص المترجمة قبل نشرها.</p>
<p>وتُعلن أسماء المنسقين في صفحة تُعدّها الهيئة لهذا الغرض، ويُعقد اللقاء التالي بعد ثلاثة أشهر.</p>
<p>وقال المنظمون إن كل مبادرة تبدأ بمنسق معروف وموعد محدد، وإن النتائج تُنشر كل ثلاثة أشهر.</p>
""",
        },
        "en": {
            "title": "Nine youth initiatives are announced at a meeting",
            "summary": "Initiatives in translation, virtual tours and checking information, each with a coordinator and a date.",
            "body": """
<p>At a meeting organised by a sample youth body a list of nine initiatives that make Jerusalem known was announced. It follows <a href="doc:youth">the Maqdisi Forum’s recommendation</a> on young people.</p>
<p>The initiatives belong to three fields:</p>
<ul>
<li>translating short texts about the sites of the city;</li>
<li>virtual tours of museums and collections of pictures;</li>
<li>workshops on checking what is passed on online.</li>
</ul>
<p>The coordinators took part, and two trainers of the youth workshop of the forum’s first day. Each initiative had two minutes to present its aim; its coordinator then answered questions.</p>
<p>The participants agreed on one form of report, which says what was done, what was not and why, and that translated texts are checked before they are published.</p>
<p>The body will publish the coordinators on a page of its own. The next meeting is in three months.</p>
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
            "summary": "كل متابعة بتاريخها، وكل تغيير في حالة القرار بملاحظة منشورة.",
            "body": """
<p>تلقّت أمانة الملتقى أسئلة عن طريقة نشر المتابعات في الموقع، وتوضح ما يأتي:</p>
<ol>
<li>يُسجَّل كل تغيير في حالة قرار أو توصية بتاريخ حدوثه، لا بتاريخ نشره.</li>
<li>لا يوصف قرار بأنه اكتمل تنفيذه إلا مع دليل يمكن للقارئ الاطلاع عليه.</li>
<li>إذا تعثّر التنفيذ قيل ذلك صراحةً مع ذكر السبب.</li>
<li>تبقى الملاحظات السابقة ظاهرة، ولا تُحذف عند صدور ملاحظة جديدة.</li>
</ol>
<p>وتشير الأمانة إلى أن حالة القرار تُختار من خمس حالات: «تم الاعتماد» و«قيد التنفيذ» و«اكتمل التنفيذ» و«تعثّر التنفيذ» و«صدر بديل لاحق». ولا يعني تعثّر التنفيذ أن القرار أُلغي، بل إن العمل فيه متوقف لسبب مذكور. ويُنشر التصحيح، إن وقع خطأ في متابعة، متابعةً جديدة بتاريخها.</p>
<p>ويبقى مع المتابعة السابقة تاريخها ونصها كما نُشرا أول مرة.</p>
<p>ويمكن تنزيل القرارات والتوصيات مع حالاتها في جدول من <a href="/ar/decisions/">صفحة القرارات</a> و<a href="/ar/recommendations/">صفحة التوصيات</a>.</p>
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
<p>The earlier entry keeps its date and its text.</p>
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
            "summary": "قرار وتوصية اكتمل تنفيذهما، وأعمال جارية، ومسارات تعثّرت أو لم تبدأ.",
            "body": """
<p>مضى أحد عشر أسبوعًا تقريبًا على ختام الملتقى المقدسي. وفيما يأتي حالة قراراته وتوصياته بحسب ما نُشر في صفحاتها.</p>
<h2>ما اكتمل تنفيذه</h2>
<p>افتُتحت منصة <a href="doc:academy">أكاديمية أنصار الأقصى</a>، وعُقد اللقاء الذي تابع <a href="doc:youth">توصية الشباب</a>.</p>
<h2>ما يجري العمل فيه</h2>
<p>تواصل <a href="doc:committee">اللجنة التحضيرية</a> إعداد المؤتمر. وشُكّل فريق عمل لمتابعة <a href="doc:women">توصية المرأة</a>.</p>
<h2>ما تعثّر</h2>
<p>تأجّل إعلان معايير الربط بين الأسر في <a href="doc:brotherhood">مشروع «المؤاخاة»</a> إلى حين استكمال المشاورات. وتوقفت المشاورات بشأن <a href="doc:legal-team">الفريق القانوني الدولي</a> إلى حين تسمية منسق له.</p>
<h2>ما لم يبدأ</h2>
<p>لم تُعلن خطوة بشأن <a href="doc:council">مجلس الاجتهاد العالمي</a>.</p>
<p>ولا تتضمن صفحة <a href="doc:campaign">التوصية بشأن الدعم المالي</a> سوى إعلانها في الجلسة الختامية.</p>
<h2>كيف أُعدّ هذا التقرير</h2>
<p>اعتمد التقرير على الملاحظات المؤرّخة المنشورة وحدها، ولم يُضف إليها تقدير من هيئة التحرير.</p>
<p>ويصدر التقرير التالي بعد ثلاثة أشهر.</p>
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
<p>No step has been made public on <a href="doc:council">the world council of jurists</a>.</p>
<p>The page of <a href="doc:campaign">the recommendation on financial support</a> has nothing but its announcement in the closing session.</p>
<h2>How this report was made</h2>
<p>It rests on the dated notes that were published, and on nothing else.</p>
<p>The next report follows in three months.</p>
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
<p>وكان الملتقى المقدسي قد قرّر في ديسمبر 2024 تشكيل لجنة تحضيرية لهذا المؤتمر، وعقدت اللجنة أول اجتماعاتها في يناير 2025.</p>
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
<p>In December 2024 the Maqdisi Forum had decided to form the committee, which first met in January 2025.</p>
<p>The committee said that it would announce dates once the place is certain, and publish the rules for papers in due course.</p>
""",
        },
    },
}
