"""Articles before the forum and of its two days.

story: what the desk did with the text (demo/stories.py); without one, both languages are published together.
"""

TWO_DAYS = {
    "announcement": {
        "kind": "news",
        "on": "2024-12-18T10:00",
        "picture": "cedar-arches",
        "topics": ["al-aqsa", "jerusalem"],
        "note": "record",
        "ar": {
            "title": "إسطنبول تستضيف الملتقى المقدسي لدعم الأقصى السبت والأحد",
            "summary": "يجمع الملتقى علماء وشخصيات عامة ومؤسسات تعمل في القضية الفلسطينية على مدى يومين.",
            "body": """
<p>تنطلق في إسطنبول يوم السبت 21 ديسمبر 2024 أعمال الملتقى المقدسي لدعم الأقصى، وتستمر يومين بمشاركة علماء وشخصيات عامة ومؤسسات تعمل في القضية الفلسطينية. ويستضيفه وقف خيري في المدينة.</p>
<p>ويبدأ البرنامج بجلسة افتتاحية تُلقى فيها كلمات لعدد من العلماء، تليها ندوات حوارية وورش عمل، ثم استعراض لتجارب دولية في دعم أهل القدس.</p>
<h2>محاور اليومين</h2>
<ul>
<li>القدس في الوعي العام؛</li>
<li>العمل المؤسسي ومتابعة القرارات؛</li>
<li>دور الشباب ودور المرأة؛</li>
<li>المسار القانوني الدولي؛</li>
<li>تعليم العلوم المقدسية.</li>
</ul>
<p>ويأتي الملتقى في صيغة تجمع بين الكلمات العامة والعمل في مجموعات صغيرة، إذ يُخصَّص وقت بعد كل ورشة لصياغة خلاصتها كتابةً. وتُرفع الخلاصات إلى لجنة الصياغة قبل الجلسة الختامية.</p>
<p>ومن المقرر أن يُتلى البيان الختامي مساء الأحد 22 ديسمبر. ويمكن الاطلاع على البرنامج كاملًا في <a href="doc:forum">صفحة الملتقى</a>.</p>
""",
        },
        "en": {
            "title": "Istanbul to host the Maqdisi Forum in Support of Al-Aqsa this weekend",
            "summary": "The two-day forum brings together scholars, public figures and institutions that work on the Palestinian cause.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa opens in Istanbul on Saturday 21 December 2024. For two days it brings together scholars, public figures and institutions that work on the Palestinian cause. A charitable endowment in the city is the host.</p>
<p>The programme begins with an opening session with addresses by scholars. Panel discussions and workshops follow, and a review of international experiences in supporting the people of Jerusalem.</p>
<h2>Subjects of the two days</h2>
<ul>
<li>Jerusalem in public awareness;</li>
<li>institutional work and the follow-up of decisions;</li>
<li>the role of young people and of women;</li>
<li>the path of international law;</li>
<li>teaching about Jerusalem.</li>
</ul>
<p>The format combines addresses to all with work in small groups: after each workshop there is time to put its summary in writing. The summaries go to the drafting committee before the closing session.</p>
<p>The closing statement is to be read on the evening of Sunday 22 December. The whole programme is on <a href="doc:forum">the page of the forum</a>.</p>
""",
        },
    },
    "programme": {
        "kind": "news",
        "on": "2024-12-19T12:00",
        "topics": ["institutions"],
        "note": "record",
        "story": "renamed",
        "again_on": "2024-12-20T09:00",
        "first_slug": {"ar": "برنامج-الملتقى", "en": "forum-programme"},
        "ar": {
            "title": "عشر جلسات في يومين: برنامج الملتقى المقدسي",
            "slug": "عشر-جلسات-في-يومين",
            "summary": "ندوات حوارية وورش عمل واستعراض لتجارب دولية، في ثلاث قاعات.",
            "body": """
<p>أعلن الملتقى المقدسي لدعم الأقصى برنامج جلساته يومي 21 و22 ديسمبر 2024، ويتألف من عشر جلسات تتوزع على ثلاث قاعات.</p>
<h2>اليوم الأول</h2>
<p>يُفتتح الملتقى صباح السبت، وتلي الافتتاح كلمات العلماء، ثم ندوة «القدس في الوعي العام». وتُعقد بعد الظهر ورشتا عمل متزامنتان، إحداهما عن متابعة القرارات والأخرى عن الشباب.</p>
<h2>اليوم الثاني</h2>
<p>يبدأ الأحد بندوة عن دور المرأة، ويتواصل باستعراض تجارب دولية في دعم أهل القدس، وورشتين عن المسار القانوني الدولي وعن التعليم عن بُعد. وتُختتم الأعمال بتلاوة البيان الختامي.</p>
<p>وتُعقد الجلسات العامة في القاعة الكبرى، أما الورش ففي قاعتين أصغر تتسع كل منهما لعدد محدود من المشاركين. وقد رُوعي في الجدول ألا تتزامن ورشتان في موضوع واحد، وألا تقل معظم الاستراحات عن نصف ساعة.</p>
<p>المواعيد كلها بتوقيت إسطنبول. ويمكن تنزيل البرنامج في صيغة تقويم من <a href="doc:forum">صفحة الملتقى</a>.</p>
""",
        },
        "en": {
            "title": "Ten sessions in two days: the programme of the Maqdisi Forum",
            "slug": "ten-sessions-in-two-days",
            "summary": "Panels, workshops and a review of international experiences, in three halls.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa has announced the programme of 21 and 22 December 2024: ten sessions in three halls.</p>
<h2>The first day</h2>
<p>The forum opens on Saturday morning. Addresses by scholars follow, then a panel on Jerusalem in public awareness. In the afternoon two workshops run side by side, one on the follow-up of decisions, the other on young people.</p>
<h2>The second day</h2>
<p>Sunday begins with a panel on the role of women. It goes on with a review of international experiences in supporting the people of Jerusalem, and with workshops on international law and on distance learning. The forum closes with the reading of its statement.</p>
<p>Plenary sessions are held in the main hall, workshops in two smaller rooms with a limited number of seats. Workshops on one subject never run at the same time, and most breaks last at least half an hour.</p>
<p>All times are those of Istanbul. The programme can be downloaded as a calendar from <a href="doc:forum">the page of the forum</a>.</p>
""",
        },
    },
    "opening": {
        "kind": "news",
        "on": "2024-12-21T11:00",
        "picture": "stars-of-the-sea",
        "topics": ["al-aqsa"],
        "sessions": ["opening", "addresses"],
        "note": "record",
        "ar": {
            "title": "افتتاح أعمال الملتقى المقدسي في إسطنبول",
            "summary": "كلمات للعلماء في الجلسة الافتتاحية، وندوات وورش عمل تمتد إلى مساء الأحد.",
            "body": """
<p>افتُتحت صباح السبت في إسطنبول أعمال الملتقى المقدسي لدعم الأقصى، بمشاركة علماء وشخصيات عامة وممثلي مؤسسات تعمل في القضية الفلسطينية.</p>
<p>وتضمنت الجلسة الافتتاحية كلمات لعدد من العلماء عن مكانة القدس والمسجد الأقصى. وتعقبها ظهرًا أولى الندوات الحوارية.</p>
<p>وبحسب البرنامج النموذجي المنشور في هذا الموقع، تشمل أعمال اليوم الأول ندوة وورشتي عمل متزامنتين. ويبدأ اليوم الثاني بندوة عن دور المرأة، ويُخصَّص جزء منه لاستعراض تجارب دولية في دعم أهل القدس، ثم تُعقد ورشتان عن المسار القانوني الدولي وعن التعليم عن بُعد.</p>
<p>وتُسجَّل في هذا البرنامج الجلسات المعقودة في القاعة الكبرى، أما الورش فتُنشر خلاصاتها المكتوبة وموادها. ويستضيف أعمال الملتقى وقف خيري في إسطنبول.</p>
<p>وتُختتم أعمال اليومين مساء الأحد بجلسة يُتلى فيها البيان الختامي.</p>
<p>وتُنشر في هذا الموقع مواعيد الجلسات وموادها وتسجيلاتها أولًا بأول، ويجدها القارئ في <a href="doc:forum">صفحة الملتقى</a>.</p>
""",
        },
        "en": {
            "title": "The Maqdisi Forum opens in Istanbul",
            "summary": "Addresses by scholars in the opening session; panels and workshops until Sunday evening.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa opened in Istanbul on Saturday morning. Scholars, public figures and representatives of institutions that work on the Palestinian cause are taking part.</p>
<p>In the opening session scholars spoke about the standing of Jerusalem and of Al-Aqsa Mosque. The first panel discussion follows at noon.</p>
<p>By the sample programme on this site the first day has a panel and two workshops side by side. The second begins with a panel on the role of women; part of it is given to international experiences in supporting the people of Jerusalem, and two workshops follow, on international law and on distance learning.</p>
<p>In that programme the sessions in the main hall are recorded; for the workshops, written summaries and materials are published. A charitable endowment in Istanbul hosts the forum.</p>
<p>The two days end on Sunday evening with a session in which the closing statement is read.</p>
<p>Times, materials and recordings of the sessions are published on <a href="doc:forum">the page of the forum</a>.</p>
""",
        },
    },
    "first-day": {
        "kind": "report",
        "on": "2024-12-21T20:00",
        "topics": ["jerusalem", "institutions"],
        "sessions": ["opening", "addresses", "awareness", "institutional-work", "youth-workshop"],
        "note": "record",
        "ar": {
            "title": "اليوم الأول من الملتقى: من الوعي العام إلى متابعة القرارات",
            "summary": "ندوة عن القدس في الوعي العام، وورشتا عمل عن العمل المؤسسي وعن الشباب.",
            "body": """
<p>توزعت أعمال اليوم الأول من الملتقى المقدسي على ثلاثة موضوعات: حضور القدس في الوعي العام، والعمل المؤسسي، ودور الشباب.</p>
<h2>دقة المصطلح</h2>
<p>ناقشت <a href="doc:session-awareness">الندوة الحوارية الأولى</a> صورة القدس في الإعلام والمناهج. وتطرّق النقاش إلى دقة المصطلح في الخبر، وإلى المصادر التي يمكن أن يعتمد عليها الصحفي والمعلّم.</p>
<h2>قرار يمكن متابعته</h2>
<p>وفي <a href="doc:session-institutional-work">ورشة العمل المؤسسي</a> بحث المشاركون صياغة القرارات بحيث يُعرف المسؤول عن كل منها وموعده والدليل على تنفيذه. ونُشر جدول نموذجي للمتابعة ضمن مواد الورشة.</p>
<h2>مبادرات الشباب</h2>
<p>أما <a href="doc:session-youth-workshop">ورشة الشباب</a> فعُرضت فيها أفكار للتعريف بتاريخ القدس ومعالمها بلغات مختلفة.</p>
<p>وبحسب المحاضر النموذجية، طُرحت في الجلسات الثلاث ملاحظة واحدة بصيغ مختلفة: أن المعلومة المتاحة بلغة واحدة لا تصل إلا إلى جمهور تلك اللغة، وأن الترجمة ينبغي أن تُعدّ جزءًا من العمل لا خطوة تُضاف إليه في آخره.</p>
<p>وتُستأنف الأعمال صباح الأحد بندوة عن دور المرأة.</p>
""",
        },
        "en": {
            "title": "The forum’s first day: from public awareness to follow-up",
            "summary": "A panel on Jerusalem in public awareness, and workshops on institutional work and on young people.",
            "body": """
<p>The first day of the Maqdisi Forum had three subjects: Jerusalem in public awareness, institutional work, and the role of young people.</p>
<h2>Exact terms</h2>
<p>The <a href="doc:session-awareness">first panel</a> discussed the image of Jerusalem in the media and in school books: the exact use of terms in news, and the sources that a journalist or a teacher can rely on.</p>
<h2>A decision that can be followed up</h2>
<p>In the <a href="doc:session-institutional-work">workshop on institutional work</a> the participants discussed how to word a decision so that its responsible body, its date and the evidence of what was done are known. A sample follow-up table is among the materials.</p>
<h2>Initiatives of young people</h2>
<p>The <a href="doc:session-youth-workshop">youth workshop</a> presented ideas for making the history and sites of Jerusalem known in several languages.</p>
<p>According to the sample minutes, one remark came up in all three sessions in different words: what is available in one language reaches the readers of that language only, so translation should be a part of the work and not a step added at its end.</p>
<p>Work resumes on Sunday morning with a panel on the role of women.</p>
""",
        },
    },
    "experiences": {
        "kind": "news",
        "on": "2024-12-22T13:30",
        "picture": "clay-rosettes",
        "topics": ["institutions", "jerusalem"],
        "sessions": ["experiences"],
        "note": "record",
        "story": "english_stale",
        "again_on": "2024-12-24T09:30",
        "again": {
            "summary": "جلسة استعرضت تجارب دولية في دعم أهل القدس؛ ونُشرت خلاصتها ضمن مواد الجلسة.",
            "body": """
<p>استعرض المشاركون في الملتقى المقدسي، في يومه الثاني، تجارب دولية في دعم أهل القدس، وناقشوا ما يمكن نقله منها إلى بلدان أخرى.</p>
<p>ودار النقاش حول ثلاثة أسئلة: كيف بدأت كل تجربة؟ وما الذي أعاقها؟ وما الذي يجعلها قابلة للاستمرار؟</p>
<blockquote><p>خلصت الجلسة، بحسب محضرها النموذجي، إلى أن وضوح المسؤوليات والتقارير المنشورة هما ما يجمع التجارب التي استمرت.</p></blockquote>
<p>وتولّى إدارة الجلسة متحدث نموذجي عرّف في بدايتها بطريقة العرض: عشر دقائق لكل تجربة، ثم أسئلة من القاعة. وتكرر في الأسئلة الحديث عن الترجمة، وعن صعوبة التحقق من أثر العمل بعد انتهائه.</p>
<p>وجاء في محضر الجلسة النموذجي أن التجربة التي تنجح في بلد قد لا تصلح لآخر، لاختلاف القوانين واللغة وطبيعة المؤسسات.</p>
<p>وبحسب المحضر نفسه، تُجمع هذه الملاحظات في خلاصة مكتوبة من صفحتين، تُرفق بها نماذج من التقارير التي أعدّتها المؤسسات عن أعمالها.</p>
<p><strong>تحديث 24 ديسمبر:</strong> نُشرت خلاصة التجارب ضمن مواد <a href="doc:session-experiences">صفحة الجلسة</a>، وأُضيفت إليها قائمة بالأسئلة التي طُرحت في النقاش.</p>
""",
        },
        "ar": {
            "title": "الملتقى يستعرض تجارب دولية في دعم أهل القدس",
            "summary": "جلسة استعرضت تجارب من بلدان مختلفة، وما يمكن نقله منها.",
            "body": """
<p>استعرض المشاركون في الملتقى المقدسي، في يومه الثاني، تجارب دولية في دعم أهل القدس، وناقشوا ما يمكن نقله منها إلى بلدان أخرى.</p>
<p>ودار النقاش حول ثلاثة أسئلة: كيف بدأت كل تجربة؟ وما الذي أعاقها؟ وما الذي يجعلها قابلة للاستمرار؟</p>
<p>وتولّى إدارة الجلسة متحدث نموذجي عرّف في بدايتها بطريقة العرض: عشر دقائق لكل تجربة، ثم أسئلة من القاعة. وتكرر في الأسئلة الحديث عن الترجمة، وعن صعوبة التحقق من أثر العمل بعد انتهائه.</p>
<p>وجاء في محضر الجلسة النموذجي أن التجربة التي تنجح في بلد قد لا تصلح لآخر، لاختلاف القوانين واللغة وطبيعة المؤسسات.</p>
<p>وبحسب المحضر نفسه، تُجمع هذه الملاحظات في خلاصة مكتوبة من صفحتين، تُرفق بها نماذج من التقارير التي أعدّتها المؤسسات عن أعمالها.</p>
<p>وتُنشر خلاصة الجلسة في <a href="doc:session-experiences">صفحتها</a> عند اكتمالها.</p>
""",
        },
        "en": {
            "title": "The forum reviews international experiences in supporting the people of Jerusalem",
            "summary": "A session reviewed what was done in different countries, and what others can learn from it.",
            "body": """
<p>On its second day the Maqdisi Forum reviewed international experiences in supporting the people of Jerusalem, and discussed what can be carried over to other countries.</p>
<p>Three questions guided the discussion: how did each begin, what stood in its way, and what makes it last?</p>
<p>A sample speaker chaired the session and explained its form: ten minutes for each experience, then questions from the hall. Many questions were about translation, and about how hard it is to see what a piece of work has changed once it is over.</p>
<p>The sample minutes of the session say that what succeeds in one country may not suit another, since laws, languages and institutions differ.</p>
<p>By the same minutes these remarks are to be brought together in a summary of two pages, with examples of the reports that institutions have made about their work.</p>
<p>A summary will be published on <a href="doc:session-experiences">the page of the session</a> when it is ready.</p>
""",
        },
    },
    "congratulation": {
        "kind": "news",
        "on": "2024-12-22T14:30",
        "topics": ["institutions"],
        "note": "record",
        "ar": {
            "title": "المشاركون في الملتقى يهنئون الشعب السوري",
            "summary": "وجّه المشاركون تهنئة إلى الشعب السوري خلال أعمال الملتقى في إسطنبول.",
            "body": """
<p>هنّأ المشاركون في الملتقى المقدسي لدعم الأقصى الشعب السوري، في أثناء أعمال الملتقى المنعقد في إسطنبول.</p>
<p>وجاءت التهنئة على هامش الجلسات التي تتناول القدس والمسجد الأقصى، وأُدرجت ضمن وقائع الملتقى.</p>
<p>وتتواصل أعمال اليوم الثاني بورشة عن تعليم العلوم المقدسية عن بُعد، ثم تُعقد الجلسة الختامية التي يُتلى فيها البيان الختامي. ويمكن متابعة ما بقي من الجلسات في <a href="doc:forum">صفحة الملتقى</a>.</p>
<p>وكان اليوم الثاني قد بدأ بندوة عن دور المرأة في حمل رسالة القدس، تلاها استعراض التجارب الدولية وورشة عن المسار القانوني الدولي. ويشارك في الملتقى علماء وشخصيات عامة ومؤسسات تعمل في القضية الفلسطينية، ويستضيفه وقف خيري في إسطنبول.</p>
<p>ويقتصر هذا الخبر على ما ورد في سجل الملتقى، ولا يتضمن نصًّا حرفيًّا للتهنئة.</p>
<p>ويُتاح الاطلاع على وقائع اليومين كاملةً في صفحات الجلسات.</p>
""",
        },
        "en": {
            "title": "Participants of the forum congratulate the Syrian people",
            "summary": "The participants congratulated the Syrian people during the forum in Istanbul.",
            "body": """
<p>The participants of the Maqdisi Forum in Support of Al-Aqsa congratulated the Syrian people during the forum in Istanbul.</p>
<p>The congratulation came beside the sessions on Jerusalem and Al-Aqsa Mosque, and is part of the record of the forum.</p>
<p>The second day goes on with a workshop on teaching about Jerusalem online, and ends with the closing session, in which the closing statement is read. The remaining sessions are on <a href="doc:forum">the page of the forum</a>.</p>
<p>The second day had begun with a panel on the role of women in carrying the message of Jerusalem. The review of international experiences and a workshop on international law followed. Scholars, public figures and institutions that work on the Palestinian cause are taking part, and a charitable endowment in Istanbul is the host.</p>
<p>This item reports what is on record, and does not quote the congratulation.</p>
<p>The record of both days is on the pages of the sessions.</p>
""",
        },
    },
    "closing-statement": {
        "kind": "statement",
        "on": "2024-12-22T17:30",
        "picture": "night-lines",
        "topics": ["al-aqsa", "jerusalem", "institutions"],
        "sessions": ["closing"],
        "note": "record",
        "resolutions": [
            "committee",
            "brotherhood",
            "academy",
            "council",
            "campaign",
            "youth",
            "women",
            "legal-team",
        ],
        "ar": {
            "title": "البيان الختامي للملتقى المقدسي لدعم الأقصى",
            "summary": "ثلاثة قرارات وخمس توصيات، ورسالة شكر وتعهد بمواصلة العمل.",
            "body": """
<p>اختُتمت في إسطنبول يوم الأحد 22 ديسمبر 2024 أعمال الملتقى المقدسي لدعم الأقصى، التي استمرت يومين. وفيما يأتي مضمون البيان الختامي كما تعرضه هيئة التحرير؛ وليس نصًّا حرفيًّا له.</p>
<h2>القرارات</h2>
<ol>
<li><a href="doc:committee">تشكيل لجنة تحضيرية</a> لعقد مؤتمر دولي جديد حول القدس.</li>
<li>إطلاق <a href="doc:brotherhood">مشروع «المؤاخاة»</a>، وفيه تكفل أسر خارج فلسطين أسرًا في غزة، بالتعاون مع مؤسسات متخصصة.</li>
<li>إنشاء <a href="doc:academy">أكاديمية أنصار الأقصى</a>، وهي منصة تعليمية إلكترونية تدرّس موضوعات متخصصة في القدس.</li>
</ol>
<h2>التوصيات</h2>
<ol>
<li><a href="doc:council">إنشاء مجلس اجتهاد عالمي</a> يتابع مستجدات القضية ويصدر فيها آراء جماعية.</li>
<li><a href="doc:campaign">حملة عالمية للدعم المالي</a>، بحسب ما ورد في البيان.</li>
<li><a href="doc:youth">تعزيز دور الشباب</a> في حمل رسالة القدس إلى العالم.</li>
<li><a href="doc:women">تعزيز دور المرأة</a> في حمل رسالة القدس إلى العالم.</li>
<li><a href="doc:legal-team">تشكيل فريق قانوني دولي متخصص</a> لمتابعة قضايا جرائم الحرب أمام المحاكم الدولية.</li>
</ol>
<h2>الشكر والتعهد</h2>
<p>تضمّن الختام رسالة شكر للوقف المستضيف ولتركيا حكومةً وشعبًا، وتعهّدًا من المشاركين بمواصلة العمل.</p>
""",
        },
        "en": {
            "title": "Closing statement of the Maqdisi Forum in Support of Al-Aqsa",
            "summary": "Three decisions and five recommendations, a message of thanks and a pledge to go on with the work.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa closed in Istanbul on Sunday 22 December 2024 after two days. The editorial desk sets out below what its closing statement says; it is not the wording of the statement.</p>
<h2>Decisions</h2>
<ol>
<li><a href="doc:committee">A preparatory committee</a> for a new international conference on Jerusalem.</li>
<li><a href="doc:brotherhood">The Mu’akhat project</a>, in which families outside Palestine sponsor families in Gaza, in cooperation with specialised institutions.</li>
<li><a href="doc:academy">The Ansar al-Aqsa Academy</a>, an online platform that teaches specialised subjects about Jerusalem.</li>
</ol>
<h2>Recommendations</h2>
<ol>
<li><a href="doc:council">A world council of jurists</a> that follows new questions of the cause and gives collective opinions.</li>
<li><a href="doc:campaign">A worldwide campaign of financial support</a>, according to the statement.</li>
<li><a href="doc:youth">The role of young people</a> in carrying the message of Jerusalem to the world.</li>
<li><a href="doc:women">The role of women</a> in carrying the message of Jerusalem to the world.</li>
<li><a href="doc:legal-team">A specialised international legal team</a> to pursue war-crimes cases before international courts.</li>
</ol>
<h2>Thanks and a pledge</h2>
<p>The close included a message of thanks to the host endowment and to Türkiye, its government and people, and a pledge of the participants to go on with the work.</p>
""",
        },
    },
    "press-report": {
        "kind": "report",
        "on": "2024-12-23T09:00",
        "picture": "olive-sun",
        "topics": ["al-aqsa", "jerusalem", "institutions"],
        "note": "record",
        "resolutions": ["committee", "brotherhood", "academy"],
        "ar": {
            "title": "يومان في إسطنبول: كيف وصل الملتقى المقدسي إلى ثلاثة قرارات",
            "kicker": "تقرير صحفي",
            "summary": "بدأ الملتقى بكلمات العلماء وانتهى بلجنة ومشروع وأكاديمية. قراءة في مسار اليومين وما بقي مفتوحًا للمتابعة.",
            "body": """
<p>انتهت مساء الأحد 22 ديسمبر 2024 في إسطنبول أعمال الملتقى المقدسي لدعم الأقصى. وعلى مدى يومين جمع الملتقى، الذي استضافه وقف خيري في المدينة، علماء وشخصيات عامة ومؤسسات تعمل في القضية الفلسطينية، وخرج بثلاثة قرارات وخمس توصيات.</p>
<h2>من الكلمات إلى النقاش</h2>
<p>افتُتح الملتقى صباح السبت بكلمات لعدد من العلماء عن مكانة القدس والمسجد الأقصى. وبعد الافتتاح انتقل المشاركون إلى الندوات الحوارية، ثم توزعوا على ورش عمل تناولت موضوعات عملية:</p>
<ul>
<li>صياغة القرارات ومتابعة تنفيذها؛</li>
<li>دور الشباب في التعريف بالقدس؛</li>
<li>المسار القانوني الدولي؛</li>
<li>تعليم العلوم المقدسية عن بُعد.</li>
</ul>
<p>وخُصص جزء من اليوم الثاني لاستعراض تجارب دولية في دعم أهل القدس. كما هنّأ المشاركون الشعب السوري.</p>
<h2>ماذا قيل في الورش؟</h2>
<p>غلب الطابع العملي على ورش العمل. ففي ورشة المتابعة دار النقاش حول ثلاثة أسئلة تُطرح على كل قرار قبل إعلانه: من المسؤول عنه؟ ومتى يُراجَع؟ وما الدليل على تنفيذه؟ وفي ورشة الشباب عُرضت أفكار لمبادرات تعرّف بالقدس بلغات مختلفة. أما ورشة المسار القانوني فتناولت ما يتطلبه العمل أمام المحاكم الدولية من توثيق وتخصص، وتناولت ورشة التعليم مراحل إعداد مساق إلكتروني.</p>
<p>وتكررت في أكثر من ورشة الدعوة إلى نشر المواد بأكثر من لغة، وإلى خطوات صغيرة معلنة يمكن قياسها.</p>
<p>وتُنشر تسجيلات الجلسات العامة وخلاصات الورش في <a href="doc:forum">صفحة الملتقى</a>.</p>
<h2>ثلاثة قرارات</h2>
<h3>مؤتمر جديد</h3>
<p>قرّر الملتقى تشكيل <a href="doc:committee">لجنة تحضيرية لعقد مؤتمر دولي حول القدس</a>. ولم يُعلن موعد المؤتمر ولا مكانه.</p>
<h3>أسر تكفل أسرًا</h3>
<p>والقرار الثاني هو <a href="doc:brotherhood">مشروع «المؤاخاة»</a>، وفيه تكفل أسر خارج فلسطين أسرًا في غزة، بالتعاون مع مؤسسات متخصصة.</p>
<h3>منصة للتعليم</h3>
<p>أما القرار الثالث فهو إنشاء <a href="doc:academy">أكاديمية أنصار الأقصى</a>، وهي منصة إلكترونية تدرّس موضوعات متخصصة عن القدس.</p>
<p>وأوصى الملتقى كذلك، وفق بيانه الختامي، بإنشاء مجلس اجتهاد عالمي، وبحملة عالمية للدعم المالي، وبتعزيز دور الشباب ودور المرأة في حمل رسالة القدس، وبتشكيل فريق قانوني دولي متخصص.</p>
<blockquote><p>بدأنا اليومين بالكلام، وأنهيناهما بأسماء ومواعيد. هذا ما يستطيع القارئ أن يحاسب عليه.</p><p>— متحدث نموذجي 3، عبارة نموذجية</p></blockquote>
<h2>ما بعد الختام</h2>
<p>تضمّن الختام رسالة شكر للوقف المستضيف ولتركيا حكومةً وشعبًا، وتعهّدًا بمواصلة العمل. ولم تُعلن بعدُ أسماء أعضاء اللجنة التحضيرية، ولا المؤسسات التي ستتولى مشروع «المؤاخاة»، ولا موعد افتتاح الأكاديمية.</p>
<p>ويمكن الاطلاع على مضمون <a href="doc:closing-statement">البيان الختامي</a>، وعلى <a href="/ar/decisions/">صفحات القرارات</a> التي يُنشر فيها كل جديد مؤرّخًا.</p>
""",
        },
        "en": {
            "title": "Two days in Istanbul: how the Maqdisi Forum came to three decisions",
            "kicker": "Press report",
            "summary": "It began with addresses by scholars and ended with a committee, a project and an academy. How the two days went, and what is still open.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa ended in Istanbul on the evening of Sunday 22 December 2024. For two days the forum, hosted by a charitable endowment in the city, brought together scholars, public figures and institutions that work on the Palestinian cause. It adopted three decisions and five recommendations.</p>
<h2>From addresses to discussion</h2>
<p>The forum opened on Saturday morning with addresses by scholars on the standing of Jerusalem and Al-Aqsa Mosque. Panel discussions followed, and workshops on practical subjects:</p>
<ul>
<li>wording decisions and following them up;</li>
<li>the role of young people in making Jerusalem known;</li>
<li>the path of international law;</li>
<li>teaching about Jerusalem online.</li>
</ul>
<p>Part of the second day was given to international experiences in supporting the people of Jerusalem. The participants also congratulated the Syrian people.</p>
<h2>What was said in the workshops</h2>
<p>The workshops were practical. The one on follow-up discussed three questions to ask of every decision before it is announced: who is responsible, when is it reviewed, and what will show that it was carried out? The youth workshop presented ideas for making Jerusalem known in several languages. The legal workshop dealt with the documentation and expertise that work before international courts requires, the one on learning with the making of an online course.</p>
<p>More than one workshop asked for materials in several languages, and for small public steps that can be measured.</p>
<p>Recordings of the plenary sessions and summaries of the workshops are on <a href="doc:forum">the page of the forum</a>.</p>
<h2>Three decisions</h2>
<h3>A new conference</h3>
<p>The forum decided to form <a href="doc:committee">a preparatory committee for an international conference on Jerusalem</a>. Neither dates nor place have been announced.</p>
<h3>Families sponsor families</h3>
<p>The second decision is <a href="doc:brotherhood">the Mu’akhat project</a>, in which families outside Palestine sponsor families in Gaza, in cooperation with specialised institutions.</p>
<h3>A platform for learning</h3>
<p>The third founds <a href="doc:academy">the Ansar al-Aqsa Academy</a>, an online platform that teaches specialised subjects about Jerusalem.</p>
<p>According to its closing statement the forum also recommended a world council of jurists, a worldwide campaign of financial support, a stronger role for young people and for women in carrying the message of Jerusalem, and a specialised international legal team.</p>
<blockquote><p>We began the two days with words and ended them with names and dates. Those are what a reader can hold us to.</p><p>— Sample speaker 3, a sample quotation</p></blockquote>
<h2>After the close</h2>
<p>The close included a message of thanks to the host endowment and to Türkiye, its government and people, and a pledge to go on with the work. The members of the committee, the institutions in charge of Mu’akhat and the opening date of the academy have not been announced.</p>
<p>Readers can turn to <a href="doc:closing-statement">what the closing statement says</a>, and to <a href="/en/decisions/">the pages of the decisions</a>, where news of each is published with its date.</p>
""",
        },
    },
}
