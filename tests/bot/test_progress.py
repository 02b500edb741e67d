import pytest

from bot.progress import Lines, progress


def test_lines_come_every_ten_seconds_and_not_at_once() -> None:
    said: list[str] = []
    times = iter([0.0, 1.0, 10.0, 15.0, 25.0])
    lines = Lines("passages", said.append, lambda: next(times))
    for done in (1, 20, 30, 50):
        lines(done, 60)
    assert said == ["20 of 60 passages", "50 of 60 passages"]


def test_without_a_terminal_short_work_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("passages") as show:
        show(1, 2)
    assert capsys.readouterr() == ("", "")
