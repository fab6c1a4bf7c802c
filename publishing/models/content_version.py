from django.db import models


class ContentVersion(models.Model):
    """The one row that tells whether anything that readers may see has changed.

    ``number`` grows with every change, and is never used twice, also not after an older backup was restored: it is the
    milliseconds since 1970, or one more than it was. The database itself raises it (publishing/version_triggers.py).
    """

    number = models.BigIntegerField()

    def __str__(self):
        return str(self.number)
