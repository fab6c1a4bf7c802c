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
    fieldsets = (
        *UserAdmin.fieldsets,
        (_("Languages"), {"fields": ("interface_language", "word_languages")}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

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
        return super().formfield_for_dbfield(db_field, request, **kwargs)
