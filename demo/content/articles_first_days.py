"""Articles of the first days after the forum.

story: what the desk did with the text (demo/stories.py); without one, both languages are published together.
"""

FIRST_DAYS = {
    "thanks": {
        "kind": "letter",
        "on": "2024-12-23T15:00",
        "topics": ["institutions"],
        "note": "record",
        "ar": {
            "title": "رسالة شكر من الملتقى إلى الوقف المستضيف وإلى تركيا",
            "summary": "عرض لما جاء في رسالة الشكر التي اختُتم بها الملتقى.",
            "body": """
<p>اختُتم الملتقى المقدسي لدعم الأقصى برسالة شكر وُجّهت إلى الوقف الذي استضاف أعماله في إسطنبول، وإلى تركيا حكومةً وشعبًا.</p>
<p>وتعرض هيئة التحرير هنا مضمون الرسالة من غير أن تنقلها نقلًا حرفيًّا:</p>
<ul>
<li>شكر الوقف المستضيف على استضافة الملتقى؛</li>
<li>شكر تركيا، حكومةً وشعبًا؛</li>
<li>تعهّد المشاركين بمواصلة العمل.</li>
</ul>
<p>وجاءت الرسالة في نهاية الجلسة الختامية التي عُقدت مساء الأحد 22 ديسمبر 2024، بعد إعلان القرارات والتوصيات. واختُتمت بها أعمال استمرت يومين، تخللتها كلمات للعلماء وندوات حوارية وورش عمل واستعراض لتجارب دولية في دعم أهل القدس.</p>
<p>أما التعهد بمواصلة العمل فقد اقترن بالقرارات الثلاثة: اللجنة التحضيرية للمؤتمر الدولي، ومشروع «المؤاخاة»، وأكاديمية أنصار الأقصى.</p>
<p>ويجد القارئ في صفحة كل قرار ما أُعلن عنه منذ ذلك اليوم، مرتبًا بحسب تاريخه.</p>
<p>ويُنشر هذا العرض مع <a href="doc:closing-statement">مضمون البيان الختامي</a>.</p>
""",
        },
        "en": {
            "title": "The forum’s message of thanks to its host and to Türkiye",
            "summary": "What the message of thanks says with which the forum closed.",
            "body": """
<p>The Maqdisi Forum in Support of Al-Aqsa closed with a message of thanks to the endowment that hosted it in Istanbul, and to Türkiye, its government and people.</p>
<p>The editorial desk gives the content of the message here, not its wording:</p>
<ul>
<li>thanks to the host endowment for hosting the forum;</li>
<li>thanks to Türkiye, its government and people;</li>
<li>the participants’ pledge to go on with the work.</li>
</ul>
<p>The message came at the end of the closing session on the evening of Sunday 22 December 2024, after the decisions and recommendations had been announced. It ended two days of addresses by scholars, panel discussions, workshops and a review of international experiences in supporting the people of Jerusalem.</p>
<p>The pledge to go on with the work goes with the three decisions: the preparatory committee of the international conference, the Mu’akhat project and the Ansar al-Aqsa Academy.</p>
<p>The page of each decision shows what has been made public since, by date.</p>
<p>This account stands beside <a href="doc:closing-statement">what the closing statement says</a>.</p>
""",
        },
    },
    "decisions-in-brief": {
        "kind": "news",
        "on": "2024-12-24T10:00",
        "topics": ["institutions", "families", "learning"],
        "note": "record",
        "resolutions": ["committee", "brotherhood", "academy"],
        "ar": {
            "title": "قرارات الملتقى الثلاثة في سطور",
            "summary": "لجنة تحضيرية، ومشروع للكفالة بين الأسر، ومنصة تعليمية.",
            "body": """
<p>أصدر الملتقى المقدسي في ختام أعماله ثلاثة قرارات. وهذا عرض موجز لكل منها، مع رابط إلى صفحته.</p>
<h2>اللجنة التحضيرية</h2>
<p>قرّر الملتقى <a href="doc:committee">تشكيل لجنة تحضيرية</a> لعقد مؤتمر دولي جديد حول القدس.</p>
<h2>مشروع «المؤاخاة»</h2>
<p>تكفل في <a href="doc:brotherhood">هذا المشروع</a> أسر خارج فلسطين أسرًا في غزة، بالتعاون مع مؤسسات متخصصة.</p>
<h2>أكاديمية أنصار الأقصى</h2>
<p><a href="doc:academy">منصة تعليمية إلكترونية</a> تدرّس موضوعات متخصصة عن القدس.</p>
<h2>كيف تُتابَع القرارات؟</h2>
<p>لكل قرار رقم مرجعي ثابت في اللغتين، وصفحة تُسجَّل فيها كل خطوة بتاريخها. ولا تتغير حالة قرار من «تم الاعتماد» إلى «قيد التنفيذ» أو «اكتمل التنفيذ» إلا بملاحظة منشورة.</p>
<p>وتُعرض مع كل قرار الجهة المسؤولة عنه، والمحطات المقررة ومواعيدها، وما أُنجز منها. ويمكن الإشارة إلى أي قرار برقمه، فيصل القارئ إلى صفحته بلغته.</p>
<p>ويُنشر كل جديد باللغتين متى اكتملت ترجمته.</p>
""",
        },
        "en": {
            "title": "The forum’s three decisions in brief",
            "summary": "A preparatory committee, a project in which families sponsor families, and a learning platform.",
            "body": """
<p>The Maqdisi Forum ended with three decisions. Here is each in brief, with a link to its page.</p>
<h2>The preparatory committee</h2>
<p>The forum decided to <a href="doc:committee">form a preparatory committee</a> for a new international conference on Jerusalem.</p>
<h2>The Mu’akhat project</h2>
<p>In <a href="doc:brotherhood">this project</a> families outside Palestine sponsor families in Gaza, in cooperation with specialised institutions.</p>
<h2>The Ansar al-Aqsa Academy</h2>
<p><a href="doc:academy">An online platform</a> that teaches specialised subjects about Jerusalem.</p>
<h2>How decisions are followed up</h2>
<p>Each decision has a reference that is the same in both languages, and a page on which every step is recorded with its date. A status changes only with a public note.</p>
<p>Each page also names the responsible body, the planned steps with their dates, and what has been done. Anyone may cite a decision by its reference; readers then reach its page in their own language.</p>
<p>News of each is published in both languages as soon as the translation is ready.</p>
""",
        },
    },
    "youth-and-women": {
        "kind": "news",
        "on": "2024-12-26T11:00",
        "topics": ["youth", "women"],
        "sessions": ["youth-workshop", "women-panel"],
        "note": "record",
        "resolutions": ["youth", "women"],
        "story": "arabic_only",
        "ar": {
            "title": "توصيتان عن دور الشباب ودور المرأة في حمل رسالة القدس",
            "summary": "خصّ الملتقى الشباب والمرأة بتوصيتين منفصلتين ضمن توصياته الخمس.",
            "body": """
<p>أفرد الملتقى المقدسي لدعم الأقصى توصيتين من توصياته الخمس لدور الشباب ودور المرأة في حمل رسالة القدس إلى العالم.</p>
<p>وجاءت <a href="doc:youth">توصية الشباب</a> بعد ورشة عمل عُقدت في اليوم الأول، عرض فيها المشاركون أفكارًا لمبادرات تعرّف بالقدس بلغات مختلفة. أما <a href="doc:women">توصية المرأة</a> فجاءت بعد ندوة حوارية في اليوم الثاني عن حضورها في التعليم والإعلام والعمل المجتمعي.</p>
<p>وتظهر كل توصية في الموقع في صفحة مستقلة، مع الجهة المسؤولة عن متابعتها وما يستجدّ فيها.</p>
<p>ولم تحدد التوصيتان، كما أُعلنتا، برامج بعينها. والمواعيد الظاهرة في صفحتيهما نموذجية، وكذلك الهيئتان المسؤولتان. ويُسجَّل كل ما تعلنه الهيئتان بتاريخه في صفحتي التوصيتين.</p>
<p>ويُتوقع أن تُنشر خلاصة ورشة الشباب أولًا.</p>
<p>وتتناول التوصيات الثلاث الأخرى <a href="doc:council">مجلس الاجتهاد العالمي</a>، و<a href="doc:campaign">حملة الدعم المالي</a>، و<a href="doc:legal-team">الفريق القانوني الدولي</a>.</p>
""",
        },
    },
    "interview-committee": {
        "kind": "interview",
        "on": "2024-12-28T10:00",
        "picture": "slate-suns",
        "topics": ["jerusalem", "institutions"],
        "people": ["speaker-3"],
        "note": "sample",
        "resolutions": ["committee"],
        "ar": {
            "title": "حوار نموذجي: ماذا تفعل لجنة تحضيرية؟",
            "summary": "أسئلة وأجوبة نموذجية مع «متحدث نموذجي 3» عن مراحل الإعداد لمؤتمر دولي.",
            "body": """
<p>أُعدّ هذا الحوار لعرض شكل المقابلات في الموقع. المتحدث فيه نموذجي، وأجوبته معلومات عامة عن إعداد المؤتمرات.</p>
<h2>بماذا تبدأ لجنة تحضيرية عملها؟</h2>
<p>تبدأ عادةً بتحديد الغرض من المؤتمر في جملة واحدة. وإذا تعذّر ذلك فالموضوع واسع ويحتاج إلى تضييق.</p>
<h2>وكيف تُختار المحاور؟</h2>
<p>تُجمع المقترحات مكتوبةً، ثم تُصنَّف، ويُستبعد منها ما سبق أن نوقش من غير جديد. ويُستحسن ألا تزيد المحاور على خمسة.</p>
<h2>متى يُعلن الموعد؟</h2>
<p>بعد تثبيت المكان. فالإعلان المبكر ثم التأجيل يربك المدعوين، والأفضل أن يقال صراحةً إن الموعد يُعلن لاحقًا.</p>
<h2>ما الذي يُنشر في أثناء الإعداد؟</h2>
<p>محاضر موجزة، وأسماء الأعضاء، وما أُنجز من الخطوات. وهذا ما تعرضه <a href="doc:committee">صفحة القرار</a> في هذا الموقع.</p>
<h2>وما أبرز أسباب تأخّر العمل؟</h2>
<p>انتظار الردود. ولذلك يُحدَّد لكل مراسلة موعد، ويُتفق سلفًا على ما يُفعل إذا لم يصل الجواب.</p>
""",
        },
        "en": {
            "title": "Sample interview: what does a preparatory committee do?",
            "summary": "Sample questions and answers with Sample speaker 3 on the steps towards an international conference.",
            "body": """
<p>This interview was written to show how the site presents one. The speaker is a sample, and the answers are general remarks on preparing conferences.</p>
<h2>Where does a preparatory committee begin?</h2>
<p>Usually by stating the purpose of the conference in one sentence. If that cannot be done, the subject is too wide.</p>
<h2>How are the subjects chosen?</h2>
<p>Proposals are collected in writing and sorted; what was discussed before, and has nothing new in it, is left out. Five subjects are enough.</p>
<h2>When are the dates announced?</h2>
<p>Once the place is certain. To announce early and then postpone confuses those invited. It is better to say plainly that dates will be announced.</p>
<h2>What is published on the way?</h2>
<p>Short minutes, the names of the members, and the steps that are done. <a href="doc:committee">The page of the decision</a> on this site shows all of these.</p>
<h2>What delays the work most?</h2>
<p>Waiting for answers. So every letter names a date, and it is agreed beforehand what happens if no answer comes.</p>
""",
        },
    },
}
