"""The markups of the repository's texts, as HTML: Markdown, a docstring, Haddock."""

import re
from collections.abc import Callable, Sequence

import pypandoc  # type: ignore[import-untyped]  # it has no types
from markdown_it import MarkdownIt
from markupsafe import Markup

Lead = Callable[[str], str]
"""Where a link of a text leads to on the site."""

NEXT = "xxNEXTxx"  # a paragraph of its own between two texts


def markdown(text: str, lead: Lead = str) -> Markup:
    """CommonMark with tables, without raw HTML."""
    return _rendered(MarkdownIt("commonmark", {"html": False}).enable("table"), text, lead)


def docstring(text: str) -> Markup:
    """Paragraphs, code in backticks, and whatever is indented or a doctest as it stands.

    >>> print(docstring("What is `x`?\\n\\n>>> 1 + 1\\n2"))
    <p>What is <code>x</code>?</p>
    <pre tabindex="0"><code>&gt;&gt;&gt; 1 + 1
    2
    </code></pre>
    <BLANKLINE>
    """
    blocks = re.split(r"\n{2,}(?=\S)", text)
    fenced = [f"```\n{block}\n```" if block.startswith(">>>") else block for block in blocks]
    parser = MarkdownIt("zero").enable(["backticks", "code", "fence"])
    return _rendered(parser, "\n\n".join(fenced), str)


def haddock(texts: Sequence[str]) -> list[Markup]:
    """Haddock's markup; all texts at once, since each start of pandoc costs as much as some dozens of them."""
    if not texts:
        return []
    html = pypandoc.convert_text(f"\n\n{NEXT}\n\n".join(texts), "html", "haddock", extra_args=["--wrap=none"])
    return [_reached(one.strip()) for one in html.split(f"<p>{NEXT}</p>")]


def _rendered(parser: MarkdownIt, text: str, lead: Lead) -> Markup:
    tokens = parser.parse(text)
    for token in (child for block in tokens for child in block.children or []):
        if token.type == "link_open":
            token.attrSet("href", lead(str(token.attrGet("href"))))
    return _reached(parser.renderer.render(tokens, parser.options, {}))


def _reached(html: str) -> Markup:
    """What may be too wide, and is scrolled then, can be reached by keyboard."""
    return Markup(html.replace("<pre>", '<pre tabindex="0">').replace("<table>", '<table tabindex="0">'))
