"""The HTML report in Chromium: what an editor sees, presses and hears."""
import pytest

SIZES = {"desk": (1280, 900), "phone": (390, 844), "narrow": (320, 640)}


@pytest.fixture
def visit(browser, written):
    """A function that opens the report; console errors and requests over the network fail the test."""
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
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.goto(written("html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desk", "phone"])
def test_axe_finds_nothing(visit, size, scheme):
    module = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = visit(size, color_scheme=scheme)
    for state in ("as opened", "with a note chosen and the corrections open"):
        if state != "as opened":
            page.keyboard.press("n")
            page.evaluate("document.querySelector('.corrections').open = true")
        results = module.Axe().run(page)
        assert results.violations_count == 0, f"{state}: {results.generate_report()}"


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_page(visit, size):
    page = visit(size)
    page.evaluate("document.querySelector('.corrections')?.setAttribute('open', '')")
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_keys_go_from_note_to_note(visit, size):
    page = visit(size)
    count = page.locator(".note").count()
    seen = []
    for _ in range(count):
        page.keyboard.press("n")
        chosen = page.locator(".note.current")
        assert chosen.count() == 1
        seen.append(chosen.get_attribute("id"))
        assert chosen.evaluate(
            "note => { const box = note.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight }")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#" + seen[-1]
    assert seen == [note.get_attribute("id") for note in page.locator(".note").all()]
    assert page.locator(".bar output").inner_text() == f"Note {count} of {count}"
    page.keyboard.press("n")
    assert page.locator(".note.current").get_attribute("id") == seen[0]
    page.keyboard.press("p")
    assert page.locator(".note.current").get_attribute("id") == seen[-1]


def test_keys_can_be_turned_off(visit):
    page = visit()
    page.get_by_label("Keys:").uncheck()
    page.keyboard.press("n")
    assert page.locator(".note.current").count() == 0
    page.get_by_role("button", name="Next").click()
    assert page.locator(".note.current").count() == 1


def test_a_click_on_a_mark_chooses_its_note(visit):
    page = visit()
    page.locator("a.mark").nth(1).click()
    assert page.locator(".note.current").get_attribute("id") == page.locator(".note").nth(1).get_attribute("id")


def test_the_filter_hides_a_family_and_a_severity(visit):
    page = visit()
    for group in ("family", "severity"):
        box = page.locator(f"input[name={group}]").first
        value = box.get_attribute("value")
        box.uncheck()
        assert page.locator(f".cause[data-{group}={value}]:visible").count() == 0
        for note in page.locator(".note").all():
            mark = page.locator(f"a.mark[id=mark-{note.get_attribute('id')[5:]}]")
            hidden = note.is_hidden()
            assert (mark.get_attribute("href") is None) == hidden
        box.check()
        assert page.locator(".note:visible").count() == page.locator(".note").count()
    for box in page.locator("input[name=family]").all():
        box.uncheck()
    page.keyboard.press("n")
    assert page.locator(".bar output").inner_text() == "0 notes"


def test_the_button_copies_the_corrections(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy corrections").click()
    page.wait_for_function("document.querySelector('.bar output').textContent.startsWith('Copied')")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == page.locator(".corrections li").count() > 0
    assert all(" → " in line or "delete " in line or "insert " in line for line in lines)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_all_can_be_read_without_script(visit, size):
    page = visit(size, java_script_enabled=False)
    for selector in (".copy", ".note", ".chip", ".rule", ".corrections summary"):
        places = page.locator(selector)
        assert places.count() > 0
        assert all(place.is_visible() for place in places.all()), selector
    assert page.locator(".bar").is_hidden()
    assert page.locator("input:visible").count() == 0


def test_print_shows_text_notes_counts_and_rules(visit):
    page = visit()
    page.emulate_media(media="print")
    for selector in (".copy", ".note", ".chip", ".rule"):
        assert page.locator(selector).first.is_visible(), selector
    assert page.locator(".bar").is_hidden()
    assert page.locator("input:visible").count() == 0


def test_dark_is_dark(visit):
    colours = {}
    for scheme in ("light", "dark"):
        page = visit(color_scheme=scheme)
        colours[scheme] = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    light, dark = ([int(part) for part in colour[4:-1].split(",")] for colour in colours.values())
    assert min(light) > 230 and max(dark) < 40
