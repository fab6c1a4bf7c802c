"""Articles that show the other states of a text: not public any more, not yet, or only at the desk."""

DESK = {
    "press-accreditation": {
        "kind": "news",
        "on": "2024-12-18T15:00",
        "topics": ["institutions"],
        "note": "sample",
        "story": "expired",
        "until": "2024-12-22T18:00",
        "ar": {
            "title": "تسجيل الصحفيين لتغطية الملتقى حتى مساء الأحد",
            "summary": "إعلان مؤقت يُرفع من الموقع بانتهاء الملتقى.",
            "body": """
<p>يُسجَّل الصحفيون الراغبون في تغطية الملتقى المقدسي لدى مكتب الإعلام في مدخل القاعة الكبرى، من التاسعة صباحًا إلى الخامسة مساءً في يومي الملتقى.</p>
<p>ويُطلب عند التسجيل ما يثبت صفة الصحفي. ويستمر التسجيل حتى مساء الأحد 22 ديسمبر 2024.</p>
""",
        },
        "en": {
            "title": "Journalists can register to cover the forum until Sunday evening",
            "summary": "A notice for the two days, which leaves the site when the forum ends.",
            "body": """
<p>Journalists who want to cover the Maqdisi Forum register at the media desk by the entrance of the main hall, from nine to five on both days.</p>
<p>Proof of profession is asked for. Registration is open until the evening of Sunday 22 December 2024.</p>
""",
        },
    },
    "wrong-hall": {
        "kind": "news",
        "on": "2024-12-20T17:00",
        "topics": ["institutions"],
        "note": "sample",
        "story": "withdrawn",
        "ar": {
            "title": "نقل ورشة الشباب إلى القاعة الكبرى",
            "summary": "خبر نُشر خطأً ثم سُحب.",
            "body": """
<p>تُعقد ورشة الشباب في القاعة الكبرى بدلًا من قاعة الورش الثانية.</p>
<p>نُشر هذا الخبر خطأً ثم سُحب، ويبقى نصه محفوظًا في سجل التحرير.</p>
""",
        },
        "en": {
            "title": "Youth workshop moves to the main hall",
            "summary": "Published in error, then withdrawn.",
            "body": """
<p>The youth workshop takes place in the main hall instead of workshop room two.</p>
<p>This was published in error and withdrawn; its text is kept in the history of the desk.</p>
""",
        },
    },
    "next-report": {
        "kind": "report",
        "on": None,
        "topics": ["institutions"],
        "note": "sample",
        "story": "scheduled",
        "ar": {
            "title": "التقرير الدوري عن متابعة القرارات",
            "summary": "نص مجدول للنشر في موعد لاحق.",
            "body": """
<p>يجمع هذا التقرير الدوري ما سُجّل في صفحات القرارات والتوصيات منذ التقرير السابق.</p>
<h2>طريقة القراءة</h2>
<p>تُذكر مع كل قرار حالته الحالية وتاريخ آخر ملاحظة. ويمكن الوصول إلى التفاصيل من <a href="/ar/decisions/">صفحة القرارات</a>.</p>
""",
        },
        "en": {
            "title": "Periodic report on the follow-up of decisions",
            "summary": "A text that is scheduled for a later day.",
            "body": """
<p>This report brings together what was recorded on the pages of the decisions and recommendations since the last one.</p>
<h2>How to read it</h2>
<p>Each decision is given with its present status and the date of the last note. Details are in <a href="/en/decisions/">the list of decisions</a>.</p>
""",
        },
    },
    "glossary-draft": {
        "kind": "report",
        "on": None,
        "topics": ["learning"],
        "note": "sample",
        "story": "draft",
        "ar": {
            "title": "مسودة: مصطلحات يكثر الخطأ فيها",
            "summary": "مسودة لم تُنشر، يعمل عليها كاتبها.",
            "body": """
<p>تجمع هذه المسودة مصطلحات يكثر الخطأ فيها عند الكتابة عن القدس. وما زالت القائمة ناقصة.</p>
<ul>
<li>المسجد الأقصى: ما يشمله الاسم، ومتى يُقال «المصلى القبلي»؛</li>
<li>البلدة القديمة: أحياؤها وأبوابها؛</li>
<li>الوقف: معناه اللغوي والقانوني.</li>
</ul>
""",
        },
    },
    "book-review": {
        "kind": "report",
        "on": None,
        "topics": ["learning", "jerusalem"],
        "note": "sample",
        "story": "in_review",
        "ar": {
            "title": "كيف تُقرأ خريطة قديمة للقدس؟",
            "summary": "نص في المراجعة، ينتظر رأي المحرر.",
            "body": """
<p>ليست الخريطة القديمة صورة للمدينة بقدر ما هي صورة لما أراد راسمها أن يُرى.</p>
<h2>ثلاثة أسئلة</h2>
<ol>
<li>من رسمها، ولمن؟</li>
<li>ما الذي كبّره وما الذي أهمله؟</li>
<li>بأي لغة كُتبت الأسماء؟</li>
</ol>
<p>ويفيد في الجواب أن تُقارن الخريطة بوصف مكتوب من الزمن نفسه.</p>
""",
        },
    },
    "returned-article": {
        "kind": "news",
        "on": None,
        "topics": ["women"],
        "note": "sample",
        "story": "changes_requested",
        "request": "يُرجى ذكر مصدر الأرقام، ونسبة القول في الفقرة الثانية إلى قائله.",
        "ar": {
            "title": "ورشة للكتابة الصحفية تستقبل دفعتها الأولى",
            "summary": "نص أعاده المحرر إلى كاتبه مع ملاحظة.",
            "body": """
<p>استقبلت ورشة نموذجية للكتابة الصحفية دفعتها الأولى من المتدربات.</p>
<p>وتتناول الورشة كتابة الخبر القصير، والتحقق من المصدر، وإعداد الأسئلة قبل المقابلة. وقيل إن الإقبال عليها كان كبيرًا.</p>
""",
        },
    },
    "duplicate-draft": {
        "kind": "news",
        "on": None,
        "topics": [],
        "note": "sample",
        "story": "binned",
        "ar": {
            "title": "مسودة مكررة: برنامج الملتقى",
            "summary": "كُتبت مرتين، فنُقلت هذه إلى سلة المحذوفات.",
            "body": """
<p>هذه مسودة ثانية لخبر البرنامج، كُتبت قبل أن يُعرف أن غيرها موجود.</p>
""",
        },
    },
    "note-for-the-press": {
        "kind": "news",
        "on": "2024-12-19T16:00",
        "topics": ["institutions"],
        "note": "sample",
        "story": "english_only",
        "en": {
            "title": "Note for the international press",
            "summary": "Practical information for journalists who do not read Arabic.",
            "body": """
<p>Interpreting from Arabic into English and Turkish is planned for the sessions in the main hall. Headsets are handed out at the entrance.</p>
<p>The closing statement is published on this site in Arabic first; what it says follows in English on the same evening. Decisions carry the same reference in both languages, so that they can be cited before a translation is ready.</p>
<p>The programme, with all times in Istanbul time, is on <a href="doc:forum">the page of the forum</a>.</p>
""",
        },
    },
}
