from bot.serving.latency import Latency, Percentiles


def test_there_is_nothing_before_the_first_answer() -> None:
    assert Latency().percentiles() is None


def test_half_took_at_most_p50_and_19_of_20_at_most_p95() -> None:
    latency = Latency()
    for milliseconds in range(1, 101):
        latency.add(milliseconds / 1000)
    assert latency.percentiles() == Percentiles(100, 51.0, 96.0)


def test_only_the_last_thousand_count() -> None:
    latency = Latency()
    for seconds in [9.0] * 500 + [0.01] * 1000:
        latency.add(seconds)
    assert latency.percentiles() == Percentiles(1000, 10.0, 10.0)
