"""What the benchmark makes of its figures: ratios, goals, tables and the chart. Nothing here is measured."""

from xml.etree import ElementTree

from bench.chart import chart
from bench.endurance import Endured
from bench.load import Load, as_sent, percentile
from bench.measure import BARE, Target, questions
from bench.report import LIGHT, Results, document, goals


def target(name, *rates, kept=False):
    loads = [Load(requests=rate, seconds=1, p50=2.0, p95=3.0, p99=4.0, failed=0) for rate in rates]
    return Target(name, 1, [f"/{name}/"], kept=kept, loads={LIGHT: loads}, size=20_000, sent=5_000)


def results(**more):
    targets = [
        target(BARE, 1000, 900, 1100),
        target("article", 100, 60, 100),
        target("home", 950, 900, 990, kept=True),
    ]
    return Results(
        "SQLite",
        100_000,
        targets=targets,
        queries={"/article/": 5},
        search=(4.0, 81.0),
        search_page=(11.0, 80.0),
        **more,
    )


def test_ratios_are_taken_round_by_round():
    assert results().ratio_of("article", False) == (11.0, 10.0, 15.0)
    assert results().ratio_of("article", True) is None


def test_goals_say_what_is_met_what_is_missed_and_what_was_not_measured():
    endured = Endured(failed=0, stale=["/ar/"], memory=[100.0, 100, 100, 104])
    found = results(growth={"home": (2.0, 2.8, 1.4)}, endured=endured)
    assert [verdict for _goal, verdict in goals([found])] == [
        "0.95 (met)", "11.0 (met)", "4.0 ms (met)", "81.0 ms (missed)", "1.40 (met)",
        "not measured", "0 (met)", "1 (missed)", "+4.0% (met)",
    ]  # fmt: skip


def test_a_page_that_failed_is_not_left_out_of_the_slowest():
    found = results()
    found.targets.append(target("feed", kept=True))
    assert goals([found])[0][1] == "not measured"


def test_the_document_has_a_row_for_each_page_and_names_what_is_missing():
    lines = document([results()], ["PostgreSQL is not installed"], "In small.").splitlines()
    assert "| article | 100 | 11.00 (10.00 to 15.00) | 2.0 | 4.0 | – | – | 5 | 20 | 5.0 |" in lines
    assert "| home, kept | 950 | 1.05 (1.00 to 1.11) | 2.0 | 4.0 | – | – | – | 20 | 5.0 |" in lines
    assert lines[-1] == "- PostgreSQL is not installed"


def test_the_document_is_written_even_where_nothing_could_be_measured():
    assert "not measured" in document([Results("SQLite", 10)], ["everything: it broke"], "")


def test_the_chart_is_well_formed_and_leaves_out_what_was_not_measured():
    drawn = ElementTree.fromstring(
        chart("A & B", [("home", [1.2, 0.04]), ("feed", [None, 0.5])], ["kept", "anew"])
    )
    texts = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == ["kept", "anew", "home", "1.20", "0.040", "feed", "0.50"]


def test_a_percentile_is_one_of_the_times():
    assert (percentile([3, 1, 2], 50), percentile(range(1, 101), 95), percentile([7], 99)) == (2, 95, 7)


def test_questions_are_all_different_in_both_languages_of_one_and_two_words():
    asked = questions(40)
    assert len(set(asked)) == 40
    assert {(address[:4], address.count("+")) for address in asked} == {
        ("/ar/", 0), ("/ar/", 1), ("/en/", 0), ("/en/", 1),
    }  # fmt: skip


def test_addresses_are_sent_in_letters_that_a_request_may_hold():
    assert as_sent("/ar/news/خبر-1/?q=%D8%AE") == "/ar/news/%D8%AE%D8%A8%D8%B1-1/?q=%D8%AE"
