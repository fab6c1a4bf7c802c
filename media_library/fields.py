"""File columns that take nothing in before media_library.uploads has looked at it.

The look is taken by the form's field: the model's own validators run only after Django has opened and decoded the
picture.
"""

from django import forms
from django.db import models
from imagefield.fields import ImageField, ImageFieldFile

from media_library import uploads


class PictureFormField(forms.ImageField):
    """A file input that gives a clean picture (uploads.clean_picture) or says what is wrong with the file."""

    def to_python(self, data):
        data = super(forms.ImageField, self).to_python(data)
        return uploads.clean_picture(data) if data else data


class DocumentFormField(forms.FileField):
    """A file input that gives a file of an allowed kind under a safe name, or says what is wrong with it."""

    def to_python(self, data):
        data = super().to_python(data)
        return uploads.clean_attachment(data) if data else data


class PictureFile(ImageFieldFile):
    """A clean picture is saved as it is: django-imagefield would decode it twice more."""

    def save(self, name, content, save=True):  # noqa: FBT002
        is_clean = isinstance(content, uploads.CleanPicture)
        (super(ImageFieldFile, self) if is_clean else super()).save(name, content, save=save)

    save.alters_data = True


class PictureField(ImageField):
    """django-imagefield's ImageField (focal point, formats) behind PictureFormField."""

    attr_class = PictureFile

    def formfield(self, **kwargs):
        # Not by way of django-imagefield, whose widget makes its preview within the request.
        return super(ImageField, self).formfield(**{"form_class": PictureFormField, **kwargs})

    def save_form_data(self, instance, data):
        # Nor by way of its second look at what uploads.clean_picture has decoded to the end.
        super(ImageField, self).save_form_data(instance, data)


class DocumentField(models.FileField):
    """A FileField behind DocumentFormField."""

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.FileField", args, kwargs

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": DocumentFormField, **kwargs})
