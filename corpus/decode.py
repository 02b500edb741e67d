"""Turns the bytes of a file into text: what is certain first, a guess last, and a warning with every guess."""

import codecs
import re
from functools import partial

from corpus.encoding_guess import CUT, guess
from corpus.types import UnreadableArticle

_MARKS = (  # UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"RIFF", "a RIFF media file"),
    (b"OggS", "an Ogg media file"),
)
_SIGNATURES_OF_TEXT = {b"BZh", b"RIFF", b"OggS", b"%PDF-"}  # could begin a text too: want odd bytes as well
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?encoding|<meta[^>]{0,300}?charset)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_CHARSETS = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cp950", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis", "windows-31j", "cp932"), "cp932"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "cp949", "windows-949"), "cp949"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("koi8-r", "koi8-u"), "koi8_r"),
    **{f"windows-{page}": f"cp{page}" for page in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258)},
    **{f"iso-8859-{part}": f"iso8859_{part}" for part in (2, 5, 7, 8, 9, 15)},
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
}
_HEAD = 4096
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")  # white space, NEL and ESC apart
_USUAL = re.compile(r"[\n -~\u3000-\u30ff\uff01-\uff5e]")
_MOST_CONTROLS = 0.02
_MOST_LOST = 0.1
_FEW_NULS = 0.1


def decode(data: bytes, said: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Returns the text, without a byte order mark and with line ends made "\\n", and warnings about what
    was guessed or lost; `said` is the charset that a server names. Raises UnreadableArticle where the bytes
    are not text."""
    _refuse_known_binary(data)
    text, warnings = _decoded(data, said)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _refuse_controls(text)
    return text, warnings


def _decoded(data: bytes, said: str | None) -> tuple[str, tuple[str, ...]]:
    for attempt in (_marked, _wide, _utf8, _declared, partial(_said, said), _mostly_utf8, guess):
        found = attempt(data)
        if found is not None:
            return found
    return _replaced(data, "utf-8", "The encoding could not be told; it was read as UTF-8")


def _marked(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            whole = incomplete(data, encoding)
            if whole is not None:
                return whole
            if not encoding.startswith("utf-32"):  # a UTF-16 text may begin with NUL and look like UTF-32
                return _replaced(data, encoding, f"Its byte order mark says {encoding.upper()}")
    return None


def _wide(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-16 and UTF-32 without a mark hold NULs, and hardly any bytes read as either by chance; with its bytes
    swapped a text holds none of the plain characters and marks that every text has. A text in UTF-8 with a NUL or
    two in it is neither: in letters of two bytes, its plain ones would be every other byte."""
    if b"\0" not in data or (data.count(0) < _FEW_NULS * len(data) and incomplete(data, "utf-8")):
        return None
    for encodings in (("utf-32-le", "utf-32-be"), ("utf-16-le", "utf-16-be")):
        readings = [(found, encoding) for encoding in encodings if (found := incomplete(data, encoding))]
        likely = [(len(_USUAL.findall(found[0][:_HEAD])), encoding, found) for found, encoding in readings]
        usual, encoding, (text, warnings) = max(likely, default=(0, "", ("", ())))
        if usual and not _CONTROL.search(text[:_HEAD]):
            note = f"No byte order mark: read as {encoding.upper()}; save the file as UTF-8 to be sure."
            return text, (note, *warnings)
    return None


def _utf8(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8, whole or cut. One odd byte behind plain ASCII is no proof: it may be a letter of another encoding."""
    found = incomplete(data, "utf-8")
    if found is None or not found[1]:
        return found
    plain_before = found[0].isascii()
    kept = len(found[0].encode()) + (3 if data.startswith(codecs.BOM_UTF8) else 0)
    return None if plain_before and len(data) - kept == 1 else found


def _declared(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    match = _DECLARED.search(data[:_HEAD])
    encoding = _CHARSETS.get(match[1].decode("ascii").lower()) if match else None
    return incomplete(data, encoding) if encoding else None


def _said(charset: str | None, data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """In Latin-1, which many servers name without knowing, all bytes are right: that would prove nothing."""
    encoding = _CHARSETS.get(charset.lower()) if charset else None
    return incomplete(data, encoding) if encoding and encoding != "cp1252" else None


def _mostly_utf8(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 with a few broken bytes: other encodings hardly ever form its sequences by chance."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    right = sum(1 for character in text if character > "\x7f") - lost
    return _replaced(data, "utf-8", "Read as UTF-8") if right > 20 * lost else None


def incomplete(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]] | None:
    """Returns the text where the bytes are right in that encoding but for a last character cut short."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(data)
        try:
            return text + decoder.decode(b"", final=True), ()
        except UnicodeDecodeError:
            return text, (CUT,)
    except UnicodeDecodeError:
        return None


def _replaced(data: bytes, encoding: str, reason: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost > _MOST_LOST * len(text):
        raise UnreadableArticle("This is not text, or in an encoding that is not known; save it as UTF-8.")
    return text, (
        f"{reason}; {lost} characters could not be read and were replaced. Save the file as UTF-8.",
    )


def _refuse_known_binary(data: bytes) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (signature not in _SIGNATURES_OF_TEXT or _odd(data)):
            raise UnreadableArticle(
                f"This is {kind}, not text; give its text as Markdown, HTML or plain text."
            )


def _odd(data: bytes) -> bool:
    return bool(re.search(rb"[\x00-\x08\x0e-\x1f]", data[:_HEAD])) or data.startswith(b"%PDF-")


def _refuse_controls(text: str) -> None:
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > 2 and controls > _MOST_CONTROLS * len(text):
        raise UnreadableArticle(
            f"This is binary data, not text: {controls} of its {len(text)} characters are control characters."
        )
