"""Uploads and made files in buckets (S3, and what speaks like it), for machines that share no disk.

Who may read a bucket is said where it is kept, not by each file: the first may be read by everybody, the second by the
program alone (docs/operating.md, "Several machines").
"""

from urllib.parse import urljoin

from botocore.config import Config
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

#: As nginx says of uploads that lie on a disk (deploy/).
CACHED = "public, max-age=86400"
#: The folder of attachments, which browsers save and do not show.
ATTACHMENTS = "files/"


class _Bucket(S3Storage):
    """A bucket as we use any: rights are its own, and what is not Amazon's is addressed by its path."""

    def get_default_settings(self):
        return super().get_default_settings() | {
            "default_acl": None,
            "querystring_auth": False,
            "client_config": Config(
                connect_timeout=5,
                read_timeout=30,
                s3={"addressing_style": "path" if settings.BUCKET_ENDPOINT else "auto"},
                # Not everything that speaks like S3 knows the newer check sums.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        }


class UploadsBucket(_Bucket):
    """Pictures and attachments. A name, once given, stays with its file: readers and networks keep what they have."""

    def get_default_settings(self):
        return super().get_default_settings() | {"file_overwrite": False}

    def url(self, name, **_kwargs):
        """The address at which readers get the file: below MEDIA_URL, as that of a file on a disk."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name))

    def get_object_parameters(self, name):
        headers = {"CacheControl": CACHED}
        return headers | {"ContentDisposition": "attachment"} if name.startswith(ATTACHMENTS) else headers


class MadeBucket(_Bucket):
    """Share cards and PDFs: a new file takes the place of the old one, and none has an address."""

    def get_default_settings(self):
        return super().get_default_settings() | {"file_overwrite": True}

    def url(self, name, **_kwargs):
        raise ValueError("Made files have no address: a view answers who may read them.")
