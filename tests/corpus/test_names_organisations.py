"""Developers named in text: `Names.organisations`."""

import pytest

from corpus.names import Names, read_names


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OpenAI and Google DeepMind", ["OpenAI", "Google"]),
        ("月之暗面（Moonshot AI）开源", ["Moonshot AI", "Moonshot AI"]),
        ("Dark Side of the Moon released it", ["Moonshot AI"]),
        ("智谱AI与字节跳动、阿里云", ["Zhipu AI", "ByteDance", "Alibaba"]),
        ("models by google and openai", ["Google", "OpenAI"]),
        ("meta-analysis of apple pies on the amazon", []),
        ("Meta, Apple and Amazon", ["Meta", "Apple", "Amazon"]),
        ("每个汉字占2个字节，共1024字节", []),
        ("字节推出豆包", ["ByteDance"]),
        ("see https://huggingface.co/models and mail x@openai.com", []),
        ("01.AI and Z.ai", ["01.AI", "Zhipu AI"]),
        ("네이버와 카카오", ["Naver", "Kakao"]),
        ("xAI's Grok; examine taxAI", ["xAI"]),
    ],
)
def test_developers_are_found(names: Names, text: str, expected: list[str]) -> None:
    assert [hit.name for hit in names.organisations(text)] == expected
