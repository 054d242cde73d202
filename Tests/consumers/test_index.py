"""The index of a folder of proofs in Chromium, with five thousand articles."""
import pytest

from conftest import report

COUNT = 5000
SIZES = {"desk": (1280, 900), "phone": (390, 844), "narrow": (320, 640)}
FAULTS = ["The council closed the the bridge.", "It is a old bridge.", "The price is $ 140 million."]


@pytest.fixture(scope="session")
def index(tmp_path_factory):
    """The index over many small articles, with up to three findings each."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(COUNT):
        text = "The mayor opened the mill on Monday. " * (number % 7 + 1)
        text += " ".join(FAULTS[:number % 4])
        (folder / f"story {number}.txt").write_text(text + "\n", encoding="utf-8")
    proofs = tmp_path_factory.mktemp("proofs")
    report(f"html:{proofs}", folder)
    return proofs / "index.html"


@pytest.fixture
def visit(browser, index):
    """A function that opens the index; console errors and requests over the network fail the test."""
    contexts = []
    complaints = []

    def open_page(size="desk", **options):
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: request.url.startswith("file:") or complaints.append(request.url))
        page.goto(index.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def column(page, number):
    """The texts of a column of the table, from the first row to the last."""
    return page.evaluate(
        "number => [...document.querySelectorAll('tbody tr')].map(row => row.cells[number].textContent)", number)


def test_it_is_sorted_by_mouse_and_keys(visit):
    page = visit()
    numbers = [float(text.replace(",", "")) for text in column(page, 2)]
    assert len(numbers) == COUNT
    assert numbers == sorted(numbers, reverse=True)
    page.get_by_role("button", name="Findings").click()
    counts = [int(text) for text in column(page, 1)]
    assert counts == sorted(counts, reverse=True)
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Findings")
    page.keyboard.press("Enter")
    assert [int(text) for text in column(page, 1)] == sorted(counts)
    page.get_by_role("button", name="Article").focus()
    page.keyboard.press("Space")
    names = [text.rsplit("/", 1)[-1] for text in column(page, 0)]
    assert names == [f"story {number}.txt" for number in range(COUNT)]
    page.get_by_role("button", name="Worst rules").click()
    rules = column(page, 3)
    assert rules[0] != "" and rules[-1] == ""


def test_sorting_takes_no_time_to_speak_of(visit):
    page = visit("phone")
    time = page.evaluate("""() => {
        const start = performance.now();
        document.querySelector("thead button").click();
        document.body.getBoundingClientRect();
        return performance.now() - start;
    }""")
    assert time < 2000


def test_it_finds_an_article_and_leads_to_its_page(visit):
    page = visit("phone")
    page.get_by_label("Find an article").fill("STORY 4997")
    assert page.locator("tbody tr:visible").count() == 1
    assert page.locator(".find output").inner_text() == "1 of 5,000 articles"
    page.get_by_role("link", name="story 4997.txt").click()
    assert page.locator("h1").inner_text().endswith("story 4997.txt")
    page.get_by_role("link", name="All articles").click()
    assert page.locator("h1").inner_text() == "Proofs of 5,000 articles"


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_page(visit, size):
    page = visit(size)
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    assert page.locator("svg rect").count() > 0


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_all_can_be_read_without_script(visit, size):
    page = visit(size, java_script_enabled=False)
    assert page.locator("tbody tr").count() == COUNT
    assert page.locator("tbody tr").first.is_visible()
    assert page.locator("button:visible, input:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desk", "phone"])
def test_axe_finds_nothing(visit, size, scheme):
    module = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = visit(size, color_scheme=scheme)
    # Axe looks at each row for minutes; fifty are as good as all.
    page.evaluate("[...document.querySelectorAll('tbody tr')].slice(50).forEach(row => row.remove())")
    results = module.Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
