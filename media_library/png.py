"""Takes everything out of a PNG but its pixels, without writing the pixels anew: that takes seconds for a photograph."""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: By the kind of colour, as the header names it; a picture with a palette is not for this module.
_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}
#: The length of the chunk that says which colour is transparent, by the kind of colour.
_TRANSPARENCY = {0: 2, 2: 6}
#: Where the seven passes of an interlaced picture begin, and their steps: across, down, step across, step down.
_PASSES = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
)  # fmt: skip
_SLICE = 1 << 16


def only_pixels(content, profile):
    """The bytes of a PNG without a palette that Pillow has decoded, and its colour profile or None, in; the same picture out,
    with the chunks that draw it and no others.

    None where that is not sure to be all: something hides in or behind the compressed pixels, or the file is not made by the
    rules. Whoever asks writes those anew. Source: W3C, Portable Network Graphics, third edition.
    """
    try:
        chunks = _first_of_each(content)
        header = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
        pixels = _compressed(chunks[b"IDAT"], _length_of_pixels(header))
    except (ValueError, KeyError, struct.error, zlib.error):
        return None
    colour, kept = header[3], [(b"IHDR", chunks[b"IHDR"])]
    if profile:
        kept.append((b"iCCP", b"ICC\0\0" + zlib.compress(profile)))
    if b"tRNS" in chunks and colour in _TRANSPARENCY:
        kept.append((b"tRNS", chunks[b"tRNS"][: _TRANSPARENCY[colour]]))
    kept += [(b"IDAT", pixels), (b"IEND", b"")]
    return _SIGNATURE + b"".join(part for kind, data in kept for part in _chunk(kind, data))


def _first_of_each(content):
    """{kind of chunk: its bytes}; of the pixels all, which stand one behind the other."""
    chunks, pixels, place = {}, [], len(_SIGNATURE)
    view = memoryview(content)
    kind = None
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, place)
        data = view[place + 8 : place + 8 + length]
        if len(data) != length:
            raise ValueError("The file ends within a chunk.")
        if kind == b"IDAT":
            pixels.append(data)
        else:
            chunks.setdefault(kind, bytes(data))
        place += 12 + length
    return chunks | {b"IDAT": b"".join(pixels)}


def _length_of_pixels(header):
    """How many bytes the pixels unpack to: each line, and a byte before it that names its filter."""
    width, height, depth, colour, _compression, _filter, interlace = header
    bits = depth * _CHANNELS[colour]

    def lines(across, down):
        return down * (1 + (across * bits + 7) // 8) if across else 0

    if not interlace:
        return lines(width, height)
    return sum(
        lines(-(-(width - left) // step), -(-(height - top) // step_down))
        for left, top, step, step_down in _PASSES
    )


def _compressed(pixels, length):
    """The compressed pixels up to their end; ValueError unless they unpack to exactly ``length`` bytes."""
    unpacking, found = zlib.decompressobj(), 0
    for start in range(0, len(pixels), _SLICE):
        found += len(unpacking.decompress(pixels[start : start + _SLICE]))
        if found > length:
            raise ValueError("There is more than the pixels.")
        if unpacking.eof:
            break
    if not unpacking.eof or found != length:
        raise ValueError("The pixels are not whole.")
    return pixels[: min(start + _SLICE, len(pixels)) - len(unpacking.unused_data)]


def _chunk(kind, data):
    return struct.pack(">I", len(data)), kind, data, struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))
