"""The site in a real browser, as people use it: wide and narrow, by mouse and by keyboard, and what axe finds.

Needs Chromium (Debian: apt-get install chromium fonts-noto-cjk); a test that cannot find it fails. Pictures are
written to the folder that ZHENGCE_PICTURES names, to renew those of docs/images.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

CORPUS = Path(__file__).parent.parent / "corpus"
WIDTHS = {1280: 900, 390: 844}
"""Width and height of the windows: a desk and a phone."""
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PLACES = {"六安市": "341500", "西安市": "610100", "叶集区": "341504", "天长市": "341181", "安溪县": "350524"}
FACTS = {"对象": "企业", "快递单量": "30000", "年网络销售额": "600万元", "设备投资额": "300万元"}
COMPARE = "&".join(f"place={PLACES[name]}" for name in ("六安市", "西安市", "叶集区"))
CALCULATE = "&".join(f"{quote(name)}={quote(value)}" for name, value in FACTS.items())
LUAN = "/policies/-/notice/luan-2019-liuzhengbanmi-104"
SITE = {
    "home": "/", "find": f"/policies/-/find?q={quote('电商 奖励')}", "notice": LUAN,
    "compare": f"/policies/-/compare?table=subsidies&{COMPARE}",
    "targets": f"/policies/-/compare?table=targets&{COMPARE}",
    "calculate": f"/policies/-/calculate?{CALCULATE}", "calendar": "/policies/-/calendar?month=2019-12",
    "offices": "/policies/-/office", "office": f"/policies/-/office?function={quote('商务')}",
    "quality": "/policies/-/quality", "table": "/policies/subsidies",
}  # fmt: skip
"""Every kind of page."""


@pytest.fixture(scope="module")
def site(corpus_db: Path) -> Iterator[str]:
    """The address of the site, served by the command that people use."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    command = [
        str(Path(sys.executable).with_name("zhengce")), "serve", "--db", str(corpus_db), "--port", str(port),
        "--files", str(CORPUS / "notices"), "--gold", str(CORPUS / "gold"),
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                urlopen(address, timeout=5).close()
                break
            except OSError:
                assert server.poll() is None, "the server ended"
                time.sleep(0.1)
        yield address
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "no Chromium: apt-get install chromium fonts-noto-cjk, or name it in CHROMIUM"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield running
        running.close()


def opened(browser: Browser, site: str, width: int, scheme: str = "light") -> tuple[BrowserContext, Page, list[str]]:
    """A window, and the list into which what goes wrong in it is written."""
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        base_url=site,
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith((site, "data:")) else wrong.append(request.url))
    return context, page, wrong


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A window of each width; what goes wrong in it, or asks another machine, fails the test."""
    context, window, wrong = opened(browser, site, request.param)
    yield window
    context.close()
    assert wrong == []


def keep(page: Page, name: str) -> None:
    """Writes a picture of the window, if pictures are wanted."""
    if folder := os.environ.get("ZHENGCE_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        width = (page.viewport_size or {"width": 0})["width"]
        page.screenshot(path=Path(folder) / f"{name}-{width}.png")


def is_wide(page: Page) -> bool:
    return (page.viewport_size or {"width": 0})["width"] > 700


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SITE)
def test_axe_finds_nothing_serious(browser: Browser, site: str, name: str, width: int, scheme: str) -> None:
    context, window, wrong = opened(browser, site, width, scheme)
    window.goto(SITE[name])
    found = Axe().run(window).response["violations"]
    grave = {
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    }
    wide = window.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert grave == set()
    assert wide <= width, "the page is wider than the window"
    assert wrong == []


def follow(page: Page, link: Locator) -> None:
    """Clicks what leads to another page, and waits until that is loaded."""
    with page.expect_navigation():
        link.click()


def test_home_leads_to_places_and_pages(page: Page) -> None:
    page.goto("/")
    keep(page, "home")
    circles = page.locator(".map svg circle")
    assert circles.count() >= 4
    assert page.evaluate("document.querySelector('.map svg use').getBBox().width") > 500, "the outlines are drawn"
    page.locator(".provinces a", has_text="六安市").click()
    expect(page).to_have_url(re.compile("adcode=341500"))


def test_search_finds_in_every_table_and_leads_to_the_words(page: Page) -> None:
    page.goto("/")
    box = page.locator("#find-1")
    box.fill("電商 奖励")
    with page.expect_navigation():
        box.press("Enter")
    expect(page.locator("h1")).to_contain_text("搜索")
    labels = page.locator("section.day h2").all_inner_texts()
    assert any(label.startswith("补贴") for label in labels)
    assert any(label.startswith("政策文件") for label in labels)
    keep(page, "find")
    follow(page, page.locator("#g-subsidies li a").first)
    expect(page.locator("#at")).to_be_in_viewport()


def test_a_row_shows_its_words_and_words_their_row(page: Page) -> None:
    page.goto(LUAN)
    rows = page.locator("#rows-subsidies")
    if not is_wide(page):
        assert rows.get_attribute("open") is None, "on a phone the text comes first"
        rows.locator("summary").click()
    row = rows.locator("li[data-row]").nth(1)
    key = row.get_attribute("data-row")
    row.locator(".to-words").click()
    chosen = page.locator("article a.m.on")
    expect(chosen.first).to_be_in_viewport()
    words = "".join(chosen.all_inner_texts())
    assert words == "对设备投资额达200万元以上的，给予投资额的10%以内的一次性奖补，最高不超过100万元"
    expect(page.locator(f'[data-row="{key}"].on')).to_have_count(1)
    keep(page, "notice")
    other = page.locator("article a.m-targets").nth(3)
    other.scroll_into_view_if_needed()
    other.click()
    wanted = (other.get_attribute("data-rows") or "").split()
    for row_key in wanted:
        expect(page.locator(f'aside [data-row="{row_key}"].on')).to_have_count(1)
    assert any(one.startswith("targets:") for one in wanted)
    if is_wide(page):
        expect(page.locator(f'aside [data-row="{wanted[0]}"]')).to_be_in_viewport()
    else:
        expect(page.locator(".sheet")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".sheet")).to_be_hidden()


def test_a_notice_works_by_keyboard(page: Page) -> None:
    page.goto(LUAN)
    page.locator("#rows-targets summary").focus()
    page.keyboard.press("Enter")
    page.locator("#rows-targets .to-words").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(":focus"), "the words have the focus").to_have_attribute("data-rows", re.compile("targets:"))
    page.keyboard.press("Enter")
    expect(page.locator("aside li.on")).not_to_have_count(0)


def test_a_notice_leads_to_its_file(page: Page) -> None:
    page.goto(LUAN)
    href = page.locator(".about a[href*='/-/file/']").get_attribute("href")
    answer = page.request.get(href or "")
    assert answer.ok
    assert answer.body() == (CORPUS / "notices" / "000_6a3fcecf7361bd4f.txt").read_bytes()
    assert "sandbox" in answer.headers["content-security-policy"]


OVERLAPPING = """[...document.querySelectorAll("ul.bars li")].filter(row => {
    const [name, value] = [...row.querySelectorAll("span")].map(part => part.getBoundingClientRect());
    return name.right > value.left && name.bottom > value.top || value.right > row.getBoundingClientRect().right + 1;
}).map(row => row.innerText)"""


def test_three_places_are_compared(page: Page) -> None:
    page.goto("/policies/-/compare?place=341500&place=610100")
    page.get_by_label("加入地区").fill("叶集区")
    follow(page, page.get_by_role("button", name="对照 Compare"))
    chosen = page.locator(".chips label:has(:checked)").all_inner_texts()
    assert [name.strip() for name in chosen] == ["六安市", "西安市", "叶集区"]
    heads = page.locator("table.matrix").first.locator("thead th")
    assert heads.count() == 4
    assert page.locator("ul.bars").count() >= 1
    assert page.evaluate(OVERLAPPING) == [], (
        "西安市 stood under min(固定资产投资额 × 10%, 20万元（每企业）) on a telephone"
    )
    keep(page, "compare")
    cell = page.locator("table.matrix .says").first
    says = cell.inner_text()
    address = page.url
    cell.click()
    expect(page.locator("#at")).to_be_in_viewport()
    assert says
    page.goto(address)
    expect(page.locator(".chips label:has(:checked)")).to_have_count(3)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("line,beside,place,place_name,says,id,document_id,start,end,quote")
    assert {line.split(",")[2] for line in lines[1:] if re.search(r",(341500|610100|341504),", line)}


def test_what_every_place_would_pay(page: Page) -> None:
    page.goto("/policies/-/calculate")
    page.get_by_label("对象").fill("企业")
    for name, value in FACTS.items():
        box = page.locator(f'input[name="{name}"]')
        if not box.is_visible():
            page.locator(".choose details summary").click()
        box.fill(value)
    follow(page, page.get_by_role("button", name="测算 Calculate"))
    page.locator("#results").scroll_into_view_if_needed()
    results = page.locator("details.result")
    assert results.count() >= 3
    first = results.first
    assert first.get_attribute("open") is not None
    steps = first.locator(".steps li").all_inner_texts()
    assert "设备投资额 300万元 × 10% = 30万元" in steps
    expect(page.locator("ul.bars")).to_have_count(1)
    page.evaluate("document.querySelector('#results').scrollIntoView()")
    keep(page, "calculate")
    page.locator('input[name="快递单量"]').fill("三万多吧")
    follow(page, page.get_by_role("button", name="测算 Calculate"))
    expect(page.get_by_role("alert")).to_contain_text("快递单量")


def test_the_calendar_is_taken(page: Page) -> None:
    page.goto("/policies/-/calendar")
    page.get_by_label("地区").fill("六安市")
    follow(page, page.get_by_role("button", name="显示 Show"))
    follow(page, page.locator(".years a", has_text="2019年"))
    follow(page, page.locator(".years a", has_text="12月"))
    expect(page.locator("h2").first).to_contain_text("2019年12月")
    days = page.locator("section.day li").count()
    assert days > 3
    keep(page, "calendar")
    feed = page.locator("a", has_text=".ics").first.get_attribute("href") or ""
    assert "place=341500" in feed
    answer = page.request.get(feed)
    assert answer.headers["content-type"].startswith("text/calendar")
    taken = Calendar.from_ical(answer.text())
    events = taken.walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events)
    december = [event for event in events if event["DTEND"].dt.isoformat() == "2020-01-01"]
    assert len(december) >= days - 1
    page.goto(str(december[0]["URL"]))
    expect(page.locator("#at")).to_be_in_viewport()


def test_an_office_in_every_place(page: Page) -> None:
    page.goto("/policies/-/office")
    follow(page, page.locator(".cards a", has_text="商务").first)
    expect(page.locator("h1")).to_contain_text("商务")
    assert page.locator("section.day").count() >= 3
    keep(page, "office")
    follow(page, page.locator(".years a", has_text="牵头"))
    roles = set(page.locator("section.day em").all_inner_texts())
    assert roles == {"牵头"}


def test_quality_shows_figures_and_scores(page: Page) -> None:
    page.goto("/policies/-/quality")
    expect(page.locator("table.scores tbody tr")).to_have_count(6)
    assert page.locator("svg.stacked").count() >= 3
    keep(page, "quality")


def test_pages_work_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=site)
    window = context.new_page()
    window.goto(LUAN)
    window.locator("#rows-subsidies .to-words").first.click()
    expect(window.locator("#at")).to_be_in_viewport()
    context.close()
