"""Who may do what, asked of the database once a request."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import Q


class PermissionsAtOnce(ModelBackend):
    """Django's own backend, which reads a person's permissions in two queries (own, and those of the groups), in one.

    Every page of the desk asks for them; the query that is spared pays for that of the site's settings. So
    ``get_group_permissions`` names own permissions, too, which makes no difference to whoever asks what somebody may.
    """

    def _get_user_permissions(self, user_obj):
        return Permission.objects.none()

    def _get_group_permissions(self, user_obj):
        groups = type(user_obj).groups.through.objects.filter(user=user_obj).values("group")
        return Permission.objects.filter(Q(user=user_obj) | Q(group__in=groups)).distinct()
