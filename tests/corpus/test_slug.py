from hypothesis import given
from hypothesis import strategies as st

from corpus.slug import slug, slugs


def test_an_id_is_the_path_in_lower_case_without_its_suffix() -> None:
    assert slug("Daily/2026-02-11 News_v1.5.md") == "daily-2026-02-11-news-v1.5"
    assert slug("模型日报（二）.md") == "模型日报-二"


def test_a_long_or_empty_name_ends_in_a_digest() -> None:
    assert len(slug("x" * 300 + ".md")) == 80
    assert slug("x" * 300 + ".md") != slug("x" * 301 + ".md")
    assert slug("🎉.md").startswith("article-")


def test_a_newcomer_does_not_change_an_old_id() -> None:
    before = slugs(["news.md"])
    after = slugs(["news.md", "News.md", "news.txt", "a/news.md", "a-news.md"])

    assert after["news.md"] == before["news.md"] == "news"
    assert after["a-news.md"] == "a-news"


@given(st.sets(st.text(st.sampled_from("aA-/ .é🎉1"), min_size=1).map(lambda name: f"f{name}.md")))
def test_ids_are_unique_and_bounded(paths: set[str]) -> None:
    names = slugs(paths)

    assert set(names) == paths
    assert len(set(names.values())) == len(paths)
    assert all(0 < len(name) <= 80 for name in names.values())
