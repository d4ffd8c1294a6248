"""`zhengce pay`: what a given applicant would get."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publish.cli import Fault
from publish.cli.common import complain, database_option, existing, out

if TYPE_CHECKING:
    from rich.console import Console

    from publish.pay import NoticePay, Outcome


@click.command()
@database_option
@click.option("--set", "settings", multiple=True, metavar="变量=值", help="A fact about the applicant; repeat it.")
@click.option("--notice", default="", metavar="ID", help="Only this notice.")
@click.option("--all", "everything", is_flag=True, help="Also what the applicant is not entitled to, and what depends.")
@click.option("--json", "as_data", is_flag=True, help="Everything as JSON.")
def pay(settings: tuple[str, ...], notice: str, everything: bool, as_data: bool, db: Path) -> None:
    """Show what a given applicant would get, notice by notice, with the steps.

    A fact is a figure (快递单量=30000, 年网络销售额=600万元), what the applicant is (对象=企业), or yes or no
    (省级示范村=是). What a promise needs beside figures stands in its words: read them.

    \b
    Example:
      zhengce pay --set 快递单量=30000 --set 年网络销售额=600万元
      zhengce pay --set 对象=企业 --set 设备投资额=150万元 --all
    """
    import json
    import sqlite3

    from publish.applicant import BadFact, applicant
    from publish.book import book_of
    from publish.pay import pay as work_out
    from publish.pay import unused

    try:
        who = applicant(settings)
    except BadFact as error:
        raise Fault(f"--set {error}") from error
    conn = sqlite3.connect(f"file:{existing(db)}?mode=ro", uri=True)
    try:
        book = book_of(conn, notice)
        found = work_out(book, who)
    except (sqlite3.DatabaseError, ValueError) as error:
        raise Fault(f"{db}: {error}; run `zhengce build` to renew it") from error
    finally:
        conn.close()
    if notice and not found:
        raise Fault(f"{db}: no promises of money of a notice {notice!r} in it; see the ids with `zhengce build`")
    for name in unused(book, who):
        complain(f"no notice asks for {name} (没有通知用到这个变量)")
    if as_data:
        click.echo(json.dumps([one.as_data() for one in found], ensure_ascii=False, indent=1))
        return
    console = out()
    for one in found:
        _notice(console, one, everything)


def _notice(console: Console, found: NoticePay, everything: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    paid, open_ones, refused = (found.of(state) for state in ("amount", "depends on", "not entitled"))
    console.print(Text(f"{found.area}  {found.title or ''}  {found.total_text}", style="bold"))
    shown = [*paid, *(open_ones + refused if everything else [])]
    if shown:
        table = Table(box=None, padding=(0, 1), header_style="dim")
        for name in ("结果", "对象与事由", "步骤", "原文"):
            table.add_column(name, overflow="fold")
        for outcome in shown:
            table.add_row(*map(Text, _cells(outcome)))
        console.print(table)
    if everything:
        for promise in found.unstated:
            console.print(Text(f"  金额未写明：{promise.quote[:120]}", style="dim"))
    else:
        counts = ((len(open_ones), "depend on what is not known"), (len(refused), "not entitled"))
        rest = [f"{n} {words}" for n, words in (*counts, (len(found.unstated), "without a sum")) if n]
        if rest:
            console.print(Text(f"  {', '.join(rest)} (--all shows them)", style="dim"))
    for rule in found.rules:
        console.print(Text(f"  通知规定：{rule}", style="dim"))
    console.print()


def _cells(outcome: Outcome) -> tuple[str, str, str, str]:
    result = outcome.result
    steps = [*result.steps, *result.assumed, *outcome.notes]
    if outcome.provided:
        steps.append("前提：申请人属于左列对象、做左列之事")
    if result.state == "amount" and outcome.counted != result.yuan:
        from schemas.formula_words import money_text

        steps.append(f"计入合计 {money_text(outcome.counted)}")
    return result.text, outcome.promise.label[:60], "\n".join(steps), outcome.promise.quote[:120]
