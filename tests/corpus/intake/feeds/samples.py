"""Feeds of every kind, as real ones are written."""

RSS2 = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Kestrel News</title><link>https://kestrel.example/</link><language>en-GB</language>
<atom:link href="https://kestrel.example/rss" rel="self" type="application/rss+xml"/><ttl>60</ttl>
<item><title>Kestrel 2 &amp; its price</title><link>https://kestrel.example/two</link>
<guid isPermaLink="false">tag:1</guid><pubDate>Mon, 02 Mar 2026 23:30:00 -0800</pubDate>
<content:encoded><![CDATA[<p>All of it, with an </item> in it.</p>]]></content:encoded></item>
<item><title><![CDATA[<b>Kestrel</b> 1.5]]></title><link>/older#top</link></item>
<item><guid>https://kestrel.example/by-guid</guid><pubDate>2026-02-38</pubDate></item>
</channel></rss>"""
RSS1 = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://kestrel.example/"><title>Kestrel</title><link>https://kestrel.example/</link>
<items><rdf:Seq><rdf:li rdf:resource="https://kestrel.example/two"/></rdf:Seq></items></channel>
<item rdf:about="https://kestrel.example/two"><title>Kestrel 2</title><link>https://kestrel.example/two</link>
<dc:date>2026-03-02T10:00:00+09:00</dc:date></item></rdf:RDF>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://kestrel.example/blog/">
<title>Kestrel</title><id>urn:1</id><updated>2026-03-02T10:00:00Z</updated>
<entry><title type="html">Kestrel &lt;em&gt;2&lt;/em&gt;</title><id>urn:2</id>
<link rel="enclosure" href="https://kestrel.example/sound.mp3"/><link rel="alternate" href="two"/>
<published>2026-03-01T10:00:00Z</published><updated>2026-03-02T10:00:00Z</updated></entry>
<entry xml:lang="zh"><title>红隼</title><id>urn:3</id><link href="/three"/><updated>2026-03-02T10:00:00Z</updated></entry>
</feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Kestrel", "language": "en", "items": [
{"id": "1", "url": "https://kestrel.example/two", "title": "Kestrel 2", "date_published": "2026-03-02T10:00:00Z"},
{"id": "2", "external_url": "https://other.example/x", "date_published": "2026-02-38", "language": "zh"},
{"id": "3", "content_text": "no address"}, "odd"]}"""
CHINESE = """<?xml version="1.0" encoding="GB18030"?><rss version="2.0"><channel><title>红隼日报</title>
<language>zh-cn</language><item><title>红隼二号发布，上下文窗口达百万</title><link>https://hongsun.example/二号</link>
<pubDate>2026年3月2日 10:00</pubDate></item></channel></rss>"""
BROKEN = RSS2.replace("</guid>", "").replace("&amp;", "& &nbsp;").removesuffix("</channel></rss>")
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + ']><rss version="2.0"><channel><item><title>&m;</title><link>https://kestrel.example/&m;</link></item>'
    "<item><title>Kestrel</title><link>https://kestrel.example/two</link></item></channel></rss>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>'
    "<item><title>&a;</title><link>https://kestrel.example/two</link></item></channel></rss>"
)


def many(count: int) -> str:
    """A feed of so many entries."""
    items = (f"<item><title>{n}</title><link>https://kestrel.example/{n}</link></item>" for n in range(count))
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{"".join(items)}</channel></rss>'


def linking(*links: str) -> str:
    """A feed with an entry for each link."""
    items = (f"<item><title>x</title><link><![CDATA[{link}]]></link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{"".join(items)}</channel></rss>'
