"""An article with everything that a text can hold: a quotation, a table, lists, a picture, footnotes; corrected twice.

first: the words that it was first published with; slip: the words of the second text that a minor change put right.
`picture:name` stands for the address of a picture of the demo.
"""

READING = {
    "follow-up-guide": {
        "kind": "report",
        "on": "2025-02-17T10:00",
        "again_on": "2025-02-24T12:00",
        "minor_on": "2025-03-03T09:30",
        "picture": "cedar-arches",
        "topics": ["institutions", "jerusalem"],
        "note": "record",
        "story": "corrected",
        "resolutions": ["committee", "brotherhood", "academy"],
        "first": {
            "ar": {"summary": "ما تقوله صفحة القرار، وكيف يُقرأ ما فيها."},
            "en": {"summary": "What the page of a decision says, and how to read it."},
        },
        "slip": {"ar": {"dateline": "اسطنبول"}, "en": {"dateline": "Istambul"}},
        "ar": {
            "title": "دليل القارئ إلى متابعة قرارات الملتقى",
            "summary": "كيف تُقرأ صفحة القرار: رقمه المرجعي، والجهة المسؤولة عنه، وموعده، والدليل على ما أُنجز منه.",
            "body": """
<p>اختتم الملتقى المقدسي لدعم الأقصى أعماله في إسطنبول بثلاثة قرارات وخمس توصيات، كما جاء في <a href="doc:closing-statement">بيانه الختامي</a>[1]. ولكل منها صفحة ثابتة تُسجَّل فيها كل خطوة بتاريخها، فيستطيع القارئ أن يعرف ما قيل، وما أُنجز، وما لم يُنجز بعد.</p>
<h2>القرارات الثلاثة</h2>
<p>يجمع الجدول الآتي ما أُعلن عن القرارات الثلاثة. والرقم المرجعي[2] واحد في اللغتين، فلا يضيع القرار إذا اختلفت ترجمة عنوانه.</p>
<p><strong>القرارات كما أُعلنت في 22 ديسمبر 2024</strong></p>
<table>
<tr><th>الرقم المرجعي</th><th>القرار</th><th>ما أُنشئ بموجبه</th><th>الجهة المسؤولة (نموذج)</th><th>الموعد المقرر</th></tr>
<tr><th>MQF-2024-D1</th><td><a href="doc:committee">لجنة تحضيرية لمؤتمر دولي حول القدس</a></td><td>لجنة</td><td>أمانة الملتقى</td><td>31 ديسمبر 2025</td></tr>
<tr><th>MQF-2024-D2</th><td><a href="doc:brotherhood">مشروع «المؤاخاة»</a></td><td>مشروع كفالة بين الأسر</td><td>أمانة الملتقى ومؤسسة شريكة</td><td>30 يونيو 2025</td></tr>
<tr><th>MQF-2024-D3</th><td><a href="doc:academy">أكاديمية أنصار الأقصى</a></td><td>منصة تعليمية إلكترونية</td><td>معهد للدراسات المقدسية</td><td>31 مارس 2025</td></tr>
</table>
<h2>ما معنى كل حالة؟</h2>
<p>لا تتغير حالة القرار إلا بملاحظة منشورة ذات تاريخ. والحالات خمس:</p>
<ul>
<li>تم الاعتماد: أُعلن القرار ولم يُسجَّل بعده شيء.</li>
<li>قيد التنفيذ: بدأ العمل، ومن علاماته:
<ol><li>اجتماع نُشر خبره؛</li><li>محطة بُلغت في موعدها أو بعده؛</li><li>ملف وُضع بين أيدي القراء.</li></ol></li>
<li>اكتمل التنفيذ: نُشر ما يدل على تمام العمل.</li>
<li>تعثّر التنفيذ: توقف العمل، وذُكر السبب.</li>
<li>صدر بديل لاحق: حلّ محل القرار قرار أحدث منه.</li>
</ul>
<figure><img src="picture:sea-frieze" alt="إفريز من نجوم متشابكة، كل نجمة منها موصولة بما قبلها."><figcaption>خطوات القرار كحلقات إفريز واحد: لا تُفهم حلقة من غير ما قبلها.</figcaption></figure>
<h2>لماذا الدليل؟</h2>
<p>لا تُسجَّل حالة «اكتمل التنفيذ» إلا مع وثيقة يرجع إليها القارئ[3]. وقد لخّص الفكرة أحد المتحدثين النموذجيين في هذه النسخة التجريبية:</p>
<blockquote><p>الخبر الذي لا دليل معه وعدٌ آخر. أما السطر المؤرَّخ، ومعه وثيقته، فيبقى صالحًا للقراءة بعد سنين.</p><p>— متحدث نموذجي 4، عبارة نموذجية</p></blockquote>
<p>وإذا لم يُسجَّل شيء قالت الصفحة ذلك صراحة. فالصمت المكتوب أوضح من صفحة لا تُحدَّث.</p>
<h2>الهوامش</h2>
<ol>
<li>عُقدت الجلسة الختامية مساء الأحد 22 ديسمبر 2024، وفي الموقع مضمون البيان لا نصه الحرفي.</li>
<li>تدل الحروف الأولى على الملتقى، ثم السنة، ثم نوع النص: D للقرار، وR للتوصية.</li>
<li>قد تكون الوثيقة خبرًا في هذا الموقع، أو ملفًا، أو رابطًا إلى موقع آخر.</li>
</ol>
""",
        },
        "en": {
            "title": "A reader’s guide to following the forum’s decisions",
            "summary": "How to read the page of a decision: its reference, who is responsible, when it is due, and the evidence of what has been done.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa ended in Istanbul with three decisions and five recommendations, <a href="doc:closing-statement">its closing statement</a> says.[1] Each has a lasting page on which every step is recorded with its date, so that readers can tell what was said, what has been done, and what has not.</p>
<h2>The three decisions</h2>
<p>The table below gives what has been announced of the three decisions. The reference[2] is the same in both languages, so that no decision is lost where its title is translated in another way.</p>
<p><strong>The decisions as announced on 22 December 2024</strong></p>
<table>
<tr><th>Reference</th><th>Decision</th><th>What it set up</th><th>Responsible (sample)</th><th>Due on</th></tr>
<tr><th>MQF-2024-D1</th><td><a href="doc:committee">A preparatory committee for an international conference on Jerusalem</a></td><td>A committee</td><td>Forum secretariat</td><td>31 December 2025</td></tr>
<tr><th>MQF-2024-D2</th><td><a href="doc:brotherhood">The Mu’akhat project</a></td><td>A project in which families sponsor families</td><td>Forum secretariat and a partner institution</td><td>30 June 2025</td></tr>
<tr><th>MQF-2024-D3</th><td><a href="doc:academy">The Ansar al-Aqsa Academy</a></td><td>An online learning platform</td><td>An institute of Jerusalem studies</td><td>31 March 2025</td></tr>
</table>
<h2>What each status means</h2>
<p>A status changes only with a public note that has a date. There are five:</p>
<ul>
<li>Adopted: the decision was announced, and nothing has been recorded since.</li>
<li>In progress: work has begun. Signs of it are
<ol><li>a meeting that was reported;</li><li>a milestone that was reached, in time or late;</li><li>a file that readers can open.</li></ol></li>
<li>Implemented: what shows that the work is complete has been published.</li>
<li>Stalled: the work has stopped, and the reason is given.</li>
<li>Superseded: a later decision has taken its place.</li>
</ul>
<figure><img src="picture:sea-frieze" alt="A frieze of interlaced stars, each joined to the one before it."><figcaption>The steps of a decision are like the links of one frieze: none is understood without the one before.</figcaption></figure>
<h2>Why evidence?</h2>
<p>None is called implemented without a document that readers can turn to.[3] One of the sample speakers of this demo put it like this:</p>
<blockquote><p>News without evidence is one more promise. A dated line, with its document, can still be read in years to come.</p><p>— Sample speaker 4, a sample quotation</p></blockquote>
<p>Where nothing has been recorded, the page says so. A silence in writing is clearer than a page that nobody updates.</p>
<h2>Notes</h2>
<ol>
<li>The closing session was held on the evening of Sunday 22 December 2024. The site gives the content of the statement, not its wording.</li>
<li>The first letters stand for the forum; then comes the year, then the kind of text: D for a decision, R for a recommendation.</li>
<li>The document may be news on this site, a file, or a link to another site.</li>
</ol>
""",
        },
    },
}
