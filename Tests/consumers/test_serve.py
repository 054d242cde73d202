"""`calque serve` in Chromium: an article is pasted, its report is read, and one goes back to it."""
import re
import signal
import subprocess
import urllib.request

import pytest
from conftest import binary
from test_validators import check_html

ARTICLE = "The council closed the the bridge on Monday.\n\n“It is old <b>& wide, said the mayor \U0001f600.\n"


@pytest.fixture(scope="module")
def server():
    """The address of a server."""
    command = binary()
    if command is None:
        pytest.skip("calque is not built: run `swift build` first")
    process = subprocess.Popen([command, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True)
    greeting = process.stderr.readline()
    yield re.search(r"http://\S+/", greeting)[0]
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 0
    assert process.stderr.read() == ""


@pytest.fixture
def page(browser, server):
    """The page of the server; console errors, such as those of a policy, and other hosts fail the test."""
    complaints = []
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.on("console", lambda message: "400 (Bad Request)" in message.text or complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: request.url.startswith(server) or complaints.append(request.url))
    page.goto(server)
    yield page
    context.close()
    assert complaints == []


def test_an_article_is_pasted_and_its_report_read(page, server):
    page.get_by_label("The article").fill(ARTICLE)
    page.get_by_role("button", name="Check").click()
    page.get_by_role("heading", name="Proof of article").wait_for()
    assert "stands twice in a row" in page.locator("main").inner_text()
    assert "<b>" in page.locator("main").inner_text()
    # Its own script runs: the policy lets it.
    page.keyboard.press("n")
    assert page.locator(".note.current").count() == 1
    page.go_back()
    assert page.get_by_label("The article").input_value() == ARTICLE


def test_what_cannot_be_checked_is_said(page):
    page.get_by_label("The article").fill(" \n")
    page.get_by_role("button", name="Check").click()
    assert "has no words" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("The article").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(page, width, scheme):
    module = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 700})
    results = module.Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_of_another_site_gets_nothing(browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.route("http://evil.example/", lambda route: route.fulfill(body="<p>Hello", content_type="text/html"))
    page.goto("http://evil.example/")
    script = f"fetch('{server}check', {{method: 'POST', body: 'The the end.'}}).then(() => 'read', () => 'refused')"
    assert page.evaluate(script) == "refused"
    context.close()


def test_the_page_is_valid(server, tmp_path):
    with urllib.request.urlopen(server) as answer:
        (tmp_path / "paste.html").write_bytes(answer.read())
    check_html(tmp_path / "paste.html")
