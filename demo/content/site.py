"""What an editor has said about the site: names of nobody, addresses that lead nowhere (example.org)."""

SITE = {
    "contact_ar": "مكتب التحرير (نموذج)\nعنوان نموذجي، إسطنبول",
    "contact_en": "Editorial desk (sample)\nSample address, Istanbul",
    "email": "desk@example.org",
    "phone": "+90 212 000 00 00",
}

# network, web address, words in Arabic and in English ("" for the name of the network)
ACCOUNTS = [
    ("x", "https://x.example.org/multaqa", "", ""),
    ("youtube", "https://video.example.org/multaqa", "", ""),
    (
        "telegram",
        "https://channel.example.org/multaqa",
        "قناة الأخبار على تيليغرام",
        "News channel on Telegram",
    ),
]

#: The keys of the documents that lead on the home page.
FEATURED = ["follow-up-march"]
