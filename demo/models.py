"""What tells a database with the demo forum in it from any other."""

from django.db import models


class Loading(models.Model):
    """The one row that the loading of the demo leaves: what is in this database may be thrown away."""

    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.loaded_at:%Y-%m-%d}"
