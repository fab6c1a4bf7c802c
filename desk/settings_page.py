"""What each person of the desk sets for themselves: the language of the desk, and which mails they get."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from accounts.models import User


class SettingsForm(forms.ModelForm):
    """The language, and the mails that are wanted; kept is which are not, so that a new kind of mail is wanted."""

    wanted_mail = forms.MultipleChoiceField(
        label=gettext_lazy("Mail that I get"), choices=User.Notice.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    class Meta:
        model = User
        fields = ["interface_language"]
        help_texts = {
            "interface_language": gettext_lazy("The language of the menus, buttons, messages and mails.")
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        unwanted = self.instance.unwanted_mail
        self.initial["wanted_mail"] = [value for value in User.Notice.values if value not in unwanted]
        if self.instance.email:
            told = gettext_lazy("Mails go to %(address)s.") % {
                "address": f"\u2068{self.instance.email}\u2069"
            }
        else:
            told = gettext_lazy(
                "Your account has no mail address; whoever looks after the accounts can add it."
            )
        self.fields["wanted_mail"].help_text = told

    def store(self):
        """Write what was chosen, and nothing else of the account."""
        wanted = self.cleaned_data["wanted_mail"]
        self.instance.unwanted_mail = [value for value in User.Notice.values if value not in wanted]
        self.instance.save(update_fields=["interface_language", "unwanted_mail"])


def my_settings(request):
    """The page of the person's own settings."""
    # Read anew: a form that is refused would otherwise change who the page is made for.
    person = User.objects.get(pk=request.user.pk)
    form = SettingsForm(request.POST or None, instance=person)
    # A form with every mail unticked still posts its language.
    if request.method == "POST" and form.is_valid():
        form.store()
        with override(person.interface_language):
            messages.success(request, _("Your settings are saved."))
        return HttpResponseRedirect(reverse("admin:my_settings"))
    context = {
        **admin.site.each_context(request),
        "title": _("My settings"),
        "form": form,
        "adminform": AdminForm(form, [(None, {"fields": list(form.fields)})], {}),
    }
    return render(request, "admin/desk/my_settings.html", context)
