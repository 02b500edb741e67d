"""A message as a page that looks as Discord's dark one does."""

import html
from typing import Any

from tests.renderings.markup import markup_html
from tests.renderings.payloads import Sent

_STYLE = """
* { box-sizing: border-box; margin: 0; }
body { background: #313338; color: #dbdee1; font: 16px/1.375 "Noto Sans", "WenQuanYi Micro Hei", "Noto Color Emoji",
  sans-serif; width: 660px; padding: 14px 16px; }
.message { display: flex; gap: 16px; margin-bottom: 16px; }
.face { width: 40px; height: 40px; border-radius: 50%; flex: none; display: grid; place-items: center; color: #fff;
  font-weight: 600; }
.name { font-weight: 600; color: #f2f3f5; }
.app { background: #5865f2; color: #fff; font-size: 10px; font-weight: 600; border-radius: 3px; padding: 1px 5px;
  margin-left: 4px; vertical-align: 2px; }
.said { flex: 1; min-width: 0; overflow-wrap: anywhere; }
a { color: #00a8fc; text-decoration: none; }
b { font-weight: 700; color: #f2f3f5; }
.small { font-size: 13px; color: #949ba4; }
.item { padding-left: 18px; position: relative; }
.item::before { content: "•"; position: absolute; left: 6px; }
.embed { background: #2b2d31; border-left: 4px solid #1e1f22; border-radius: 4px; padding: 8px 16px 14px 12px;
  margin-top: 6px; max-width: 520px; font-size: 14px; line-height: 18px; }
.embed > * { margin-top: 8px; }
.title { font-size: 16px; font-weight: 600; color: #f2f3f5; }
.footer { font-size: 12px; color: #b5bac1; }
.embed img { width: 100%; border-radius: 4px; display: block; }
.row { display: flex; gap: 8px; margin-top: 8px; }
.button { background: #4e5058; color: #fff; border-radius: 3px; padding: 6px 16px; font-size: 14px; font-weight: 500; }
.disabled { opacity: .5; }
.blue { background: #5865f2; } .green { background: #248046; } .red { background: #da373c; }
"""
_COLOURS = {1: "blue", 3: "green", 4: "red"}  # the styles of buttons


def page_html(sent: Sent) -> str:
    """Returns the question and the answer, as HTML that needs nothing else."""
    asker = _message(
        "#3ba55c", "A", '<span class="name">alice</span>', f"<div>{html.escape(sent.asked)}</div>"
    )
    name = '<span class="name">modelscape</span><span class="app">APP</span>'
    bot = _message("#5865f2", "M", name, _body(sent))
    return f'<!doctype html><meta charset="utf-8"><style>{_STYLE}</style>{asker}{bot}'


def _message(colour: str, letter: str, name: str, body: str) -> str:
    face = f'<div class="face" style="background:{colour}">{letter}</div>'
    return f'<div class="message">{face}<div class="said"><div>{name}</div>{body}</div></div>'


def _body(sent: Sent) -> str:
    embeds = (_embed(embed, sent.files) for embed in sent.payload["embeds"])
    rows = (_row(row["components"]) for row in sent.payload["components"])
    return "".join([markup_html(sent.payload["content"] or ""), *embeds, *rows])


def _embed(embed: dict[str, Any], files: dict[str, str]) -> str:
    parts = [f'<div class="title">{markup_html(embed["title"])}</div>'] if "title" in embed else []
    parts += [f"<div>{markup_html(embed['description'])}</div>"] if "description" in embed else []
    parts += [
        f"<div><b>{markup_html(f['name'])}</b>{markup_html(f['value'])}</div>"
        for f in embed.get("fields", [])
    ]
    if "image" in embed:
        parts.append(f'<img src="{files[embed["image"]["url"].removeprefix("attachment://")]}">')
    parts += (
        [f'<div class="footer">{html.escape(embed["footer"]["text"])}</div>'] if "footer" in embed else []
    )
    return f'<div class="embed">{"".join(parts)}</div>'


def _row(buttons: list[dict[str, Any]]) -> str:
    return f'<div class="row">{"".join(map(_button, buttons))}</div>'


def _button(button: dict[str, Any]) -> str:
    looks = f"button {_COLOURS.get(button['style'], '')} {'disabled' if button.get('disabled') else ''}"
    emoji = (button.get("emoji") or {}).get("name", "")
    return f'<div class="{looks}">{html.escape(emoji + (button.get("label") or ""))}</div>'
