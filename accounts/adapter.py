"""What allauth may do here: sign people of the desk in and out, nothing else."""

from allauth.account.adapter import DefaultAccountAdapter


class StaffOnly(DefaultAccountAdapter):
    """Accounts are made in the admin; nobody can register, and who is not of the desk is not signed in."""

    def is_open_for_signup(self, request):
        return False

    def pre_login(self, request, user, **kwargs):
        if not user.is_staff:
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)
