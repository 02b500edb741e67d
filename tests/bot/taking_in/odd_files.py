"""Files as people have them: in any encoding, cut, with broken front matter, with dates that do not exist."""

from dataclasses import dataclass

_ENGLISH = "# Kestrel {n} is out\n\nKestrel Labs released Kestrel {n} on Monday. The large language model reads {n}00K tokens.\n"
_SIMPLIFIED = "# 红隼 {n} 发布\n\n红隼实验室周一发布了大语言模型 Kestrel {n}。该模型的上下文窗口为 {n}00K token，可以阅读长篇书籍。\n"
_TRADITIONAL = "# 紅隼 {n} 發布\n\n紅隼實驗室週一發布了大型語言模型 Kestrel {n}。該模型的上下文視窗為 {n}00K token，可以閱讀長篇書籍。\n"
_JAPANESE = "# ケストレル {n} を公開\n\nケストレル研究所は月曜日に大規模言語モデル Kestrel {n} を公開した。コンテキストウィンドウは {n}00K トークンである。\n"
_KOREAN = "# 케스트렐 {n} 공개\n\n케스트렐 연구소는 월요일에 대규모 언어 모델 Kestrel {n}를 공개했다. 컨텍스트 윈도우는 {n}00K 토큰이다.\n"

_GUESSED = "Save the file as UTF-8"
_SAVE = "save the file as UTF-8"
_CUT = "see that the file is whole"
_WRITE = "write it as 2026-02-11"


@dataclass(frozen=True, slots=True)
class Usable:
    """A file that is used: its text holds `said`, the warnings on it hold these words each."""

    name: str
    data: bytes
    said: str
    warned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file that is skipped, and words of the reason."""

    name: str
    data: bytes
    reason: str


def _text(template: str, number: int) -> str:
    return template.format(n=number)


def _below(block: str, number: int) -> bytes:
    return f"---\n{block}\n---\n{_text(_ENGLISH, number)}".encode()


def _usable(number: int, name: str, data: bytes, *warned: str, said: str = "Kestrel {n}") -> Usable:
    return Usable(name, data, said.format(n=number), warned)


USABLE = [
    _usable(10, "utf-8.md", _text(_SIMPLIFIED, 10).encode(), said="红隼 {n} 发布"),
    _usable(11, "utf-8-bom.md", b"\xef\xbb\xbf" + _text(_ENGLISH, 11).encode()),
    _usable(12, "utf-16.md", _text(_SIMPLIFIED, 12).encode("utf-16"), said="红隼 {n} 发布"),
    _usable(13, "utf-16-be.md", b"\xfe\xff" + _text(_ENGLISH, 13).encode("utf-16-be")),
    _usable(14, "utf-16-no-mark.md", _text(_SIMPLIFIED, 14).encode("utf-16-le"), _SAVE, said="红隼 {n} 发布"),
    _usable(15, "utf-16-english.md", _text(_ENGLISH, 15).encode("utf-16-be"), _SAVE),
    _usable(16, "gb18030.md", _text(_SIMPLIFIED, 16).encode("gb18030"), _GUESSED, said="红隼 {n} 发布"),
    _usable(17, "big5.md", _text(_TRADITIONAL, 17).encode("big5"), _GUESSED, said="紅隼 {n} 發布"),
    _usable(
        18, "shift-jis.md", _text(_JAPANESE, 18).encode("shift_jis"), _GUESSED, said="ケストレル {n} を公開"
    ),
    _usable(19, "euc-kr.md", _text(_KOREAN, 19).encode("euc_kr"), _GUESSED, said="케스트렐 {n} 공개"),
    _usable(
        20, "mixed-ends.md", _text(_ENGLISH, 20).replace("\n\n", "\r\n\r").encode(), said="out\n\nKestrel"
    ),
    _usable(21, "cut-utf-8.md", _text(_SIMPLIFIED, 21).encode()[:-2], _CUT, said="红隼 {n} 发布"),
    _usable(22, "cut-gb18030.md", _text(_SIMPLIFIED, 22).encode("gb18030")[:-2], _GUESSED, _CUT),
    _usable(23, "cut-utf-16.md", _text(_SIMPLIFIED, 23).encode("utf-16")[:-1], _CUT),
    _usable(24, "a-nul.md", _text(_ENGLISH, 24).replace("reads", "re\0ads").encode()),
    _usable(25, "broken-block.md", _below("title: [x\npublished: 2026-02-01", 25), "Mend it"),
    _usable(26, "empty-block.md", _below("", 26)),
    _usable(27, "no-end.md", b"---\ntitle: Kestrel\n" + _text(_ENGLISH, 27).encode(), "it has no end"),
    _usable(28, "unknown-keys.md", _below("mood: good\npublished: 2026-02-01\nweird: {a: 1}", 28)),
    _usable(29, "no-such-day.md", _below("published: 2026-02-38", 29), _WRITE),
    _usable(30, "no-such-year.md", _below("published: 20025-02-01", 30), _WRITE),
    _usable(31, "future.md", _below("published: 2199-01-01", 31), "see that it is right"),
    _usable(32, "no-date.md", _text(_ENGLISH, 32).encode()),
    _usable(33, "2026-02-38-name.md", _text(_ENGLISH, 33).encode(), _WRITE),
    _usable(34, "words-for-date.md", _below("published: soon", 34), _WRITE),
]
UNUSABLE = [
    Unusable("empty.md", b"", "empty"),
    Unusable("blank.md", b" \r\n\n", "empty"),
    Unusable("mark-alone.md", b"\xef\xbb\xbf", "no text"),
    Unusable("block-alone.md", b"---\ntitle: x\n---\n", "no text"),
    Unusable("zeros.md", bytes(3000), "binary data"),
    Unusable("noise.md", bytes(range(256)) * 40, "not text"),
    Unusable("picture.md", b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG picture"),
]
