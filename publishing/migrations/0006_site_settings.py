"""The settings of the site (one row), its accounts elsewhere, and what is featured on the home page."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0005_guard_acts"),
    ]

    operations = [
        migrations.CreateModel(
            name="SiteSettings",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="At the top of every page and in the titles of the browser.",
                        max_length=80,
                        verbose_name="name of the site",
                    ),
                ),
                (
                    "name_ar",
                    models.CharField(
                        blank=True,
                        help_text="At the top of every page and in the titles of the browser.",
                        max_length=80,
                        null=True,
                        verbose_name="name of the site",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="At the top of every page and in the titles of the browser.",
                        max_length=80,
                        null=True,
                        verbose_name="name of the site",
                    ),
                ),
                (
                    "line",
                    models.CharField(
                        blank=True,
                        help_text="One sentence that says what readers find here; search engines show it, too.",
                        max_length=160,
                        verbose_name="line below the name",
                    ),
                ),
                (
                    "line_ar",
                    models.CharField(
                        blank=True,
                        help_text="One sentence that says what readers find here; search engines show it, too.",
                        max_length=160,
                        null=True,
                        verbose_name="line below the name",
                    ),
                ),
                (
                    "line_en",
                    models.CharField(
                        blank=True,
                        help_text="One sentence that says what readers find here; search engines show it, too.",
                        max_length=160,
                        null=True,
                        verbose_name="line below the name",
                    ),
                ),
                (
                    "contact",
                    models.TextField(
                        blank=True,
                        help_text="A name and a postal address, line by line, at the foot of every page.",
                        max_length=400,
                        verbose_name="who to write to",
                    ),
                ),
                (
                    "contact_ar",
                    models.TextField(
                        blank=True,
                        help_text="A name and a postal address, line by line, at the foot of every page.",
                        max_length=400,
                        null=True,
                        verbose_name="who to write to",
                    ),
                ),
                (
                    "contact_en",
                    models.TextField(
                        blank=True,
                        help_text="A name and a postal address, line by line, at the foot of every page.",
                        max_length=400,
                        null=True,
                        verbose_name="who to write to",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="At the foot of every page.",
                        max_length=254,
                        verbose_name="e-mail",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        help_text="With the country’s code, such as +90 212 000 00 00.",
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?[0-9][0-9 ()./-]{3,}$",
                                "Digits, spaces and hyphens, such as +90 212 000 00 00.",
                            )
                        ],
                        verbose_name="phone",
                    ),
                ),
                (
                    "digits",
                    models.CharField(
                        blank=True,
                        choices=[
                            (None, "As the installation says"),
                            ("latn", "0123456789"),
                            ("arab", "٠١٢٣٤٥٦٧٨٩"),
                        ],
                        help_text="The digits of numbers and dates on the Arabic pages.",
                        max_length=4,
                        verbose_name="digits",
                    ),
                ),
            ],
            options={
                "verbose_name": "site settings",
                "verbose_name_plural": "site settings",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="site_settings_are_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="FeaturedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="A lower number stands first.", verbose_name="order"
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        error_messages={"unique": "This document is featured already."},
                        help_text="An event, a decision, a recommendation or an article.",
                        limit_choices_to={"kind__in": ("event", "decision", "recommendation", "article")},
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="featured",
                        to="publishing.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        default=1,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="featured",
                        to="publishing.sitesettings",
                    ),
                ),
            ],
            options={
                "verbose_name": "featured document",
                "verbose_name_plural": "featured on the home page",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SocialAccount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "network",
                    models.CharField(
                        choices=[
                            ("x", "X"),
                            ("facebook", "Facebook"),
                            ("instagram", "Instagram"),
                            ("youtube", "YouTube"),
                            ("telegram", "Telegram"),
                            ("whatsapp", "WhatsApp"),
                            ("linkedin", "LinkedIn"),
                            ("tiktok", "TikTok"),
                            ("mastodon", "Mastodon"),
                            ("bluesky", "Bluesky"),
                            ("other", "Another one"),
                        ],
                        max_length=20,
                        verbose_name="network",
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        blank=True,
                        help_text="Left empty, the link says the name of the network.",
                        max_length=60,
                        verbose_name="words of the link",
                    ),
                ),
                (
                    "label_ar",
                    models.CharField(
                        blank=True,
                        help_text="Left empty, the link says the name of the network.",
                        max_length=60,
                        null=True,
                        verbose_name="words of the link",
                    ),
                ),
                (
                    "label_en",
                    models.CharField(
                        blank=True,
                        help_text="Left empty, the link says the name of the network.",
                        max_length=60,
                        null=True,
                        verbose_name="words of the link",
                    ),
                ),
                (
                    "address",
                    models.URLField(
                        help_text="The whole address, beginning with https://.",
                        max_length=300,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Enter a whole address that begins with https://.", schemes=["https"]
                            )
                        ],
                        verbose_name="web address",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="A lower number stands first.", verbose_name="order"
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        default=1,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="accounts",
                        to="publishing.sitesettings",
                    ),
                ),
            ],
            options={
                "verbose_name": "account elsewhere",
                "verbose_name_plural": "accounts elsewhere",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("address",),
                        name="social_account_once",
                        violation_error_message="This address is in the list already.",
                    )
                ],
            },
        ),
    ]
