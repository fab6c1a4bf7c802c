"""What allauth may do here: sign people of the desk in and out, nothing else."""

from allauth.account.adapter import DefaultAccountAdapter


class StaffOnly(DefaultAccountAdapter):
    """Accounts are made in the admin; nobody can register."""

    def is_open_for_signup(self, request):
        return False
