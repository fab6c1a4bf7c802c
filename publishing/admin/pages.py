"""The pages of the desk about one document, whatever its kind: (route under /admin/, view, name of the route)."""

from publishing.admin.history import compare_revisions, read_revision, restore_revision
from publishing.admin.notes import assignment_page, notes_page, reopen_note, resolve_note
from publishing.admin.open_forms import form_is_open
from publishing.admin.preview_page import preview_page
from publishing.admin.sharing import revoke_link, share_text
from publishing.preview import preview

PAGES = [
    ("history/<int:pk>/<str:language>/compare/", compare_revisions, "document_compare"),
    ("history/<int:pk>/<str:language>/<int:number>/", read_revision, "document_revision"),
    ("history/<int:pk>/<str:language>/<int:number>/restore/", restore_revision, "document_restore"),
    ("assignment/<int:pk>/<str:language>/", assignment_page, "document_assignment"),
    ("notes/<int:pk>/<str:language>/", notes_page, "document_notes"),
    ("note/<int:pk>/resolve/", resolve_note, "note_resolve"),
    ("note/<int:pk>/reopen/", reopen_note, "note_reopen"),
    ("open/<int:pk>/<str:language>/", form_is_open, "document_open"),
    ("preview/<int:pk>/", preview_page, "document_preview_page"),
    ("preview/<int:pk>/<str:language>/", preview, "document_preview"),
    ("share/<int:pk>/<str:language>/", share_text, "document_share"),
    ("shared-links/<int:pk>/revoke/", revoke_link, "document_share_revoke"),
]
