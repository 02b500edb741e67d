"""Text of any kind, and much of the kind that tries to act."""

from hypothesis import strategies as st

PIECES = (
    *(
        "@everyone",
        "@here",
        "<@123456789012345678>",
        "<@&1>",
        "<#1>",
        "</ask:1>",
        "<t:1:R>",
        "<:a:1>",
        "<a:b:2>",
    ),
    *(
        "**",
        "__",
        "*",
        "_",
        "~~",
        "~",
        "`",
        "```",
        "||",
        "|",
        "# ",
        "-# ",
        "> ",
        ">>> ",
        "- ",
        "+ ",
        "1. ",
        "2) ",
    ),
    *("[a](http://b.example)", "[", "]", "(", ")", "](", "http://b.example/x", "https://", "discord.gg/abc"),
    *(
        ":tada:",
        "<http://b.example>",
        "\\",
        "\\\\",
        "\n",
        "\r\n",
        "\t",
        "\u2028",
        "[1]",
        "[2]",
        "<",
        ">",
        "@",
        ":",
    ),
    *("\u202e", "\u2066", "\u200b", "\u200d", "\u200c", "\ufe0f", "\U000e0041", "\x00", "\x1b[31m", "\ud800"),
    *("e\u0301", "\u0301" * 30, "👩\u200d🚀", "🇨🇳", "模型", "Heron 7", "1M tokens", " ", "  ", "“", "。"),
)
HOSTILE = st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=[]), max_size=8), max_size=40
).map("".join)
