"""The pages of the desk about one document, whatever its kind: (route under /admin/, view, name of the route)."""

from publishing.preview import preview

PAGES = [
    ("preview/<int:pk>/<str:language>/", preview, "document_preview"),
]
