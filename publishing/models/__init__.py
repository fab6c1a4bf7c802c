from publishing.models.act import Act
from publishing.models.content_version import ContentVersion
from publishing.models.desk_work import Assignment, Note, OpenForm, Release, ReleaseItem, ShareLink
from publishing.models.document import Document, DocumentTranslation, Kind
from publishing.models.revision import WORDS, PublicText, Revision
from publishing.models.site import FeaturedDocument, SiteSettings, SocialAccount
from publishing.models.topic import Topic

__all__ = [
    "WORDS", "Act", "Assignment", "ContentVersion", "Document", "DocumentTranslation", "FeaturedDocument", "Kind",
    "Note", "OpenForm", "PublicText", "Release", "ReleaseItem", "Revision", "ShareLink", "SiteSettings",
    "SocialAccount", "Topic",
]  # fmt: skip
