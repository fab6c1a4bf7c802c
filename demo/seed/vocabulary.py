"""Some thousands of Arabic and English words, made from roots and stems by the patterns of each language.

They look like words and mean nothing together: nobody should take sample text for a statement of the forum.
"""

ARABIC_ROOTS = """
كتب درس علم عمل حفظ رسم نظم جمع شرح فهم ذكر سمع نشر فتح خبر عرض بحث طلب شهد سكن زرع صنع حرف رتب نقل حضر سفر جلس رجع قصد
قرب بعد كبر صغر كمل بلغ بدل بذل برز بسط بصر حدث حرك حسب حصر حصل حكم حمل خدم خرج خزن خطب خطط خلط دخل دفع ربط رحل رصد رفع
ركب ركز سجل سطر سلك سند شجع شغل شكر صدر صدق صرف ضبط طبع طرح طلع ظهر عبر عدل عرف عزم عقد عكس غرس غلق فحص فرز فرع فصل قبل
قدر قسم قلب كسب كشف لحق لمس مسح مزج نبه نتج نجز نزل نسق نسج نطق نظر نفذ نهج هدف هجر
""".split()

#: Letters stand for those of the root: ف the first, ع the second, ل the third.
ARABIC_PATTERNS = (
    "فعل",
    "فاعل",
    "مفعول",
    "فعال",
    "تفعيل",
    "مفاعلة",
    "استفعال",
    "انفعال",
    "مفعل",
    "تفاعل",
    "فعيل",
    "فعول",
)
ARABIC_BEGINNINGS = ("", "ال", "و", "وال", "بال", "لل")
#: The commonest words, the commonest first.
ARABIC_SMALL = """
في من على إلى عن أن ما هذا هذه التي الذي بين مع كل بعد قبل عند ثم أو لا كان كانت قد كما حيث خلال ضمن حول نحو منذ حتى غير أكثر
أول هناك لدى أيضا إذ لكن بها فيها منها عليه به له لها تلك ذلك
""".split()

ENGLISH_STEMS = """
account agree amend arrange assemble attend balance begin bridge broad build calendar call carry chart clear collect column
comment common compare complete compose connect consider contact content copy corner course cover craft create current deliver
depart depend describe design detail develop direct discuss display draft edit effect employ enter equal event examine example
explain extend factor field figure final find follow forest form forward foster frame garden gather general grant group grow
guide handle harbour hold image import improve include inform inquire inspect intend invite join journal judge keep labour
language layer learn lesson letter level library limit list local manage mark market material matter measure meet member mention
method minor mirror model modern moment motion move narrow nature notice number observe obtain offer open order outline owner
paper part pattern perform period phase place plan plant point port position prepare present press print process produce program
project propose protect provide publish question range reach read reason record reduce refer reform region relate release rely
remain remark remind render repeat reply report request require research reserve resolve respond result return review river room
round route sample scale schedule school season second section select sentence serve session settle shape share shelter shift
signal silver simple sketch source space speak stage stand start state station stone store stream street structure study subject
submit suggest summer supply support survey table teach term test theme thread title topic total tower trade train transfer
travel treat trust turn unit update value vary view village visit voice volume walk warm watch water window winter wonder word
work workshop write yield
""".split()
ENGLISH_ENDINGS = ("", "s", "ed", "ing", "er", "ers", "able", "ment", "ly", "ful")
ENGLISH_BEGINNINGS = ("", "re", "over")
ENGLISH_SMALL = """
the of and to in for that is on with as by at from it are was this which or be an has its not more have their one all were these
also new into between after other than when through during each how some about most no
""".split()


def arabic_words():
    """Arabic words, the commonest first."""
    stems = [_on_pattern(root, pattern) for pattern in ARABIC_PATTERNS for root in ARABIC_ROOTS]
    return _unique([*ARABIC_SMALL, *(begin + stem for begin in ARABIC_BEGINNINGS for stem in stems)])


def english_words():
    """English words, the commonest first."""
    made = (
        begin + _with_ending(stem, ending)
        for begin in ENGLISH_BEGINNINGS
        for ending in ENGLISH_ENDINGS
        for stem in ENGLISH_STEMS
    )
    return _unique([*ENGLISH_SMALL, *made])


def _on_pattern(root, pattern):
    letters = dict(zip("فعل", root, strict=True))
    return "".join(letters.get(letter, letter) for letter in pattern)


def _with_ending(stem, ending):
    return stem[:-1] + ending if stem.endswith("e") and ending[:1] in ("e", "i", "a") else stem + ending


def _unique(words):
    return list(dict.fromkeys(words))


WORDS = {"ar": arabic_words, "en": english_words}
