from publishing.models.act import Act
from publishing.models.document import Document, DocumentTranslation, Kind
from publishing.models.revision import WORDS, PublicText, Revision
from publishing.models.topic import Topic

__all__ = ["WORDS", "Act", "Document", "DocumentTranslation", "Kind", "PublicText", "Revision", "Topic"]
