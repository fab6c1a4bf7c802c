from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from accounts.models import User

ROLE_NAMES = {
    "author": _("Author"),
    "translator": _("Translator"),
    "editor": _("Editor"),
    "publisher": _("Publisher"),
    "administrator": _("Administrator"),
}

# Not used here: addresses are a field of the account, and the roles come with the program.
admin.site.unregister([EmailAddress, Group])


@admin.register(User)
class PersonOfTheDeskAdmin(UserAdmin):
    """Accounts, with the language of the desk and what a translator may write."""

    list_display = ["username", "first_name", "last_name", "role_names", "is_active"]
    search_fields = [f"{name}__folded" for name in UserAdmin.search_fields]
    fieldsets = (
        *UserAdmin.fieldsets,
        (_("Languages"), {"fields": ("interface_language", "word_languages")}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    # Whoever looks after the accounts cannot rise above their own role by them.

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [
            (title, {**options, "fields": _without_power(options["fields"])}) for title, options in fieldsets
        ]

    def has_change_permission(self, request, obj=None):
        return _may_manage(request.user, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return _may_manage(request.user, obj) and super().has_delete_permission(request, obj)

    @admin.display(description=_("roles"))
    def role_names(self, user):
        """The person's roles as badges."""
        names = ((ROLE_NAMES.get(group.name, group.name),) for group in user.groups.all())
        return format_html_join(" ", '<span class="text-state">{}</span>', names)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "word_languages":
            return forms.MultipleChoiceField(
                label=db_field.verbose_name, choices=User.Language.choices, required=False,
                widget=forms.CheckboxSelectMultiple, help_text=db_field.help_text,
            )  # fmt: skip
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        if formfield is not None and db_field.name in ("username", "email"):
            formfield.widget.attrs["dir"] = "ltr"
        return formfield


def _without_power(fields):
    return tuple(name for name in fields if name not in ("is_superuser", "user_permissions"))


def _may_manage(manager, user):
    return user is None or manager.is_superuser or not user.is_superuser
