import pytest

from corpus.facts.tables.cells import read_cell
from corpus.facts.tables.places import find_tables
from corpus.facts.tables.types import Grid, Row


def _plain(markup: str) -> str:
    return read_cell(markup, 0, len(markup)).text


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("  **80.9%** ", "80.9%"),
        ("`gpt-4o` ", "gpt-4o"),
        ("[Falcon-7B](https://example.org/falcon-7b)", "Falcon-7B"),
        ("![badge](x.png) GLM", "GLM"),
        ("0.5\\~72B", "0.5~72B"),
        ("a \\| b", "a | b"),
        ("Input: $1 <br> Output: $2", "Input: $1 \n Output: $2"),
        ("86.6<sup>2</sup>", "86.6"),
        ("PaLM[^4]", "PaLM"),
        ("61.2 [3]", "61.2"),
        ("MATH</th\n ", "MATH"),
        ("A&amp;B&nbsp;", "A&B"),
        ("１２８Ｋ（約）", "128K(約)"),
        ("\u200f400K\u200e", "400K"),
        ("snake_case_name", "snake_case_name"),
        ("<font color='red'>new</font>", "new"),
    ],
)
def test_a_cell_is_read_without_its_markup(markup: str, words: str) -> None:
    assert _plain(markup) == words


@pytest.mark.parametrize("markup", ["~~GPT-3 $9~~", "<s>GPT-3</s>", "<del>1</del> <strike>2</strike>"])
def test_crossed_out_words_are_left_out_and_remembered(markup: str) -> None:
    cell = read_cell(markup, 0, len(markup))
    assert (cell.text, cell.struck) == ("", True)


def test_every_character_of_a_cell_knows_its_place_in_the_article() -> None:
    text = "| **1&nbsp;<b>M</b>** tokens |"
    cell = read_cell(text, 1, len(text) - 1)
    start, end = cell.part(cell.text.index("M"), cell.text.index("M") + 1)
    assert cell.text == "1 M tokens"
    assert text[start:end] == "M"
    assert text[slice(*cell.span)] == "1&nbsp;<b>M</b>** tokens"


def test_an_entity_at_the_end_of_a_cell_is_quoted_whole() -> None:
    text = "MBPP&dagger;"
    assert text[slice(*read_cell(text, 0, len(text)).span)] == text


def _grids(text: str) -> list[Grid]:
    return find_tables(text, 0).grids


def _words(row: Row) -> list[str | None]:
    return [cell.text if cell is not None else None for cell in row]


def test_a_pipe_table_may_lack_its_outer_pipes_and_cells() -> None:
    (grid,) = _grids("Model | Price | Note\n--- | :-: | --\na | 1\nb | 2 | x | y\n")
    assert [_words(row) for row in grid.header] == [["Model", "Price", "Note"]]
    assert [_words(row) for row in grid.rows] == [["a", "1"], ["b", "2", "x", "y"]]


def test_cells_may_stand_apart_by_tabs_or_blanks() -> None:
    (grid,) = _grids("Model\tContext\nGPT-5\t400K\n\nText.")
    assert [_words(row) for row in (*grid.header, *grid.rows)] == [["Model", "Context"], ["GPT-5", "400K"]]
    (grid,) = _grids("Model      Context\nGPT-5      400K\n")
    assert _words(grid.rows[0]) == ["GPT-5", "400K"]


def test_rows_without_a_line_of_dashes_are_a_table_too() -> None:
    (grid,) = _grids("| Model | Context |\n| GPT-5 | 400K |\n")
    assert _words(grid.header[0]) == ["Model", "Context"]
    assert _words(grid.rows[0]) == ["GPT-5", "400K"]


HTML = """<table><thead><tr><th>Maker<th>Model</th><th colspan=2>Price</th></tr></thead>
<tr><td rowspan="2">A</td><td>x</td><td>1</td><td>2
<tr><td>y<td>3</td><td><table><tr><td>inner</td></tr></table></td></tr>
</table>"""


def test_html_cells_reach_over_rows_and_columns_and_may_be_left_open() -> None:
    (grid,) = _grids(HTML)
    assert [_words(row) for row in grid.header] == [["Maker", "Model", "Price", "Price"]]
    assert [_words(row)[:3] for row in grid.rows] == [["A", "x", "1"], ["A", "y", "3"]]


def test_an_html_table_without_heads_takes_its_first_row_as_header() -> None:
    (grid,) = _grids("<table><tr><td>Model</td></tr><tr><td>x</td></tr></table>")
    assert (_words(grid.header[0]), _words(grid.rows[0])) == (["Model"], ["x"])


def test_a_table_knows_what_stands_around_it() -> None:
    text = "# Prices\n\nPer million tokens:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAs of May 2025.\n"
    (grid,) = _grids(text)
    assert [text[slice(*span)] for span in grid.around.headings] == ["# Prices"]
    assert grid.around.before is not None
    assert text[slice(*grid.around.before)] == "Per million tokens:"
    assert grid.around.after is not None
    assert text[slice(*grid.around.after)] == "As of May 2025."


def test_tables_in_code_are_no_tables() -> None:
    assert _grids("```\n| a | b |\n|---|---|\n| 1 | 2 |\n```\n") == []
