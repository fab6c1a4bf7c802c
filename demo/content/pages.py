"""The standing pages."""

PAGES = {
    "about": {
        "order": 1,
        "on": "2024-12-23T08:00",
        "note": "record",
        "ar": {
            "title": "عن الملتقى",
            "summary": "ما الملتقى المقدسي، وما الذي ينشره هذا الموقع.",
            "body": """
<p>الملتقى المقدسي لدعم الأقصى لقاء عُقد في إسطنبول يومي 21 و22 ديسمبر 2024، واستضافه وقف خيري في المدينة، وشارك فيه علماء وشخصيات عامة ومؤسسات تعمل في القضية الفلسطينية.</p>
<h2>ما تجده في الموقع</h2>
<ul>
<li><a href="doc:forum">صفحة الملتقى</a> وبرنامج جلساته؛</li>
<li><a href="/ar/decisions/">القرارات</a> و<a href="/ar/recommendations/">التوصيات</a>، ولكل منها رقم مرجعي ثابت؛</li>
<li>متابعة مؤرّخة لما آل إليه كل قرار وكل توصية؛</li>
<li><a href="/ar/news/">الأخبار</a> والبيانات والتقارير.</li>
</ul>
<h2>ما لا يفعله الموقع</h2>
<p>ينقل الموقع ما أُعلن، ولا يجمع تبرعات، ولا يستقبل أموالًا، ولا يتحدث باسم أحد.</p>
""",
        },
        "en": {
            "title": "About the forum",
            "summary": "What the Maqdisi Forum is, and what this site publishes.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa was a meeting held in Istanbul on 21 and 22 December 2024. A charitable endowment in the city hosted it. Scholars, public figures and institutions that work on the Palestinian cause took part.</p>
<h2>What you find here</h2>
<ul>
<li><a href="doc:forum">the page of the forum</a> and the programme of its sessions;</li>
<li><a href="/en/decisions/">decisions</a> and <a href="/en/recommendations/">recommendations</a>, each with a lasting reference;</li>
<li>a dated record of what became of each;</li>
<li><a href="/en/news/">news</a>, statements and reports.</li>
</ul>
<h2>What this site does not do</h2>
<p>It reports what was made public. It collects no donations, takes no money and speaks for nobody.</p>
""",
        },
    },
    "editorial-policy": {
        "order": 2,
        "on": "2024-12-18T08:10",
        "note": "sample",
        "ar": {
            "title": "كيف نعمل",
            "summary": "قواعد التحرير: النسبة إلى المصدر، والتصحيح، والترجمة، ومتابعة القرارات.",
            "body": """
<p>تحكم هذه القواعد كل نص يُنشر في الموقع، خبرًا كان أو بيانًا أو متابعة لقرار.</p>
<h2>النسبة إلى المصدر</h2>
<p>يُنسب كل قول إلى قائله أو إلى الوثيقة التي ورد فيها. ولا يُنشر رأي في صيغة خبر.</p>
<h2>لغتان متساويتان</h2>
<p>يُكتب النص بالعربية أولًا ثم يُترجم إلى الإنجليزية. وإذا لم تصدر الترجمة بعدُ ظهر ذلك للقارئ صراحةً، مع النص الأصلي.</p>
<h2>التصحيح</h2>
<ul>
<li>يُصحَّح الخطأ في موضعه، ويبقى النص السابق محفوظًا؛</li>
<li>لا يتغير رابط الصفحة المنشورة من غير أن يحيل رابطها القديم إلى الجديد؛</li>
<li>يُسحب النص إذا تبيّن أنه لا يصح نشره.</li>
</ul>
<h2>متابعة القرارات</h2>
<p>لا تتغير حالة قرار أو توصية إلا بملاحظة مؤرّخة منشورة. ولا يوصف قرار بأنه اكتمل تنفيذه إلا بدليل: نص منشور أو ملف أو رابط.</p>
""",
        },
        "en": {
            "title": "How we work",
            "summary": "The rules of the desk: attribution, corrections, translation and the follow-up of decisions.",
            "body": """
<p>These rules hold for every text on this site, be it news, a statement or a note on a decision.</p>
<h2>Attribution</h2>
<p>Every claim is attributed to the person or the document it comes from. Opinion is not published as news.</p>
<h2>Two languages, equally</h2>
<p>A text is written in Arabic first and then translated into English. Where the translation has not appeared yet, the reader is told so and sees the original.</p>
<h2>Corrections</h2>
<ul>
<li>An error is corrected where it stands, and the earlier text is kept;</li>
<li>the address of a published page does not change without the old one leading to the new;</li>
<li>a text is withdrawn if it turns out that it should not have been published.</li>
</ul>
<h2>Follow-up of decisions</h2>
<p>The status of a decision or recommendation changes only with a dated, public note. None is called implemented without evidence: a published text, a file or an address.</p>
""",
        },
    },
    "contact": {
        "order": 3,
        "on": "2024-12-18T08:20",
        "note": "sample",
        "ar": {
            "title": "اتصل بنا",
            "summary": "عناوين مكتب التحرير.",
            "body": """
<p>يُراسَل مكتب التحرير بالبريد الإلكتروني:</p>
<ul>
<li>الأخبار والتصحيحات: <a href="mailto:desk@example.org">desk@example.org</a></li>
<li>شؤون الترجمة: <a href="mailto:translation@example.org">translation@example.org</a></li>
</ul>
<p>يُرجى ذكر عنوان الصفحة أو الرقم المرجعي للقرار عند طلب التصحيح. لا يستقبل المكتب أموالًا ولا طلبات مساعدة.</p>
""",
        },
        "en": {
            "title": "Contact",
            "summary": "Addresses of the editorial desk.",
            "body": """
<p>The editorial desk can be reached by e-mail:</p>
<ul>
<li>News and corrections: <a href="mailto:desk@example.org">desk@example.org</a></li>
<li>Translation: <a href="mailto:translation@example.org">translation@example.org</a></li>
</ul>
<p>Please give the address of the page, or the reference of the decision, when you ask for a correction. The desk takes neither money nor requests for assistance.</p>
""",
        },
    },
}
