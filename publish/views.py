"""Views and stored queries that put places side by side: the questions people ask, already joined."""

from __future__ import annotations

from sqlite_utils import Database

from publish import comparison

_CONDITIONS = """(select group_concat(c.text, '；') from (select * from subsidy_conditions
      where subsidy_id = s.id order by ordinal) c)"""
_TIERS = """(select group_concat(t.variable || ' ' || t.op || ' ' || printf('%,d', t.threshold) || ' → '
      || coalesce(printf('%,d 元', t.amount_yuan), printf('%g%%', 100 * t.rate)), '；')
      from (select * from subsidy_tiers where subsidy_id = s.id order by ordinal) t)"""
_PLACE = "coalesce(d.area, d.title, d.id)"
_UNSURE = 0.6

VIEWS: dict[str, str] = {
    "notices": f"""
select d.id as document_id, {_PLACE} as area, d.title, d.doc_number, d.issuer, d.issued_on, d.status, d.genre,
  (select count(*) from targets where document_id = d.id) as targets,
  (select count(*) from tasks where document_id = d.id) as tasks,
  (select count(*) from deadlines where document_id = d.id) as deadlines,
  (select count(*) from subsidies where document_id = d.id) as subsidies,
  (select count(*) from quantities where document_id = d.id and kind = 'money') as money,
  (select count(*) from quantities where document_id = d.id and kind = 'money' and claimed_by is null) as unclaimed,
  (select count(*) from checks where document_id = d.id) as checks
from documents d order by d.adcode, d.id""",
    "subsidies_compared": f"""
select s.theme, s.grade, {_PLACE} as area, s.beneficiary, s.activity, s.formula_text, s.kind, s.amount_min_yuan,
  s.amount_yuan, s.rate_min, s.rate, s.base, s.per, s.upper_bound, s.cap_yuan, s.cap_per, {_CONDITIONS} as conditions,
  {_TIERS} as tiers, s.instrument, s.frequency, s.duration_years, s.payer, s.stacks,
  d.status, d.issued_on, s.quote, s.start, s."end", s.document_id, 'subsidies:' || s.id as row
from subsidies s join documents d on d.id = s.document_id order by s.theme, s.reading_order""",
    "targets_compared": f"""
select t.theme, t.indicator, coalesce(t.area, {_PLACE}) as area, t.comparator, t.value, t.value_high, t.unit, t.change,
  t.each, t.due_on, t.indicator_code, d.status, d.issued_on, t.quote, t.start, t."end", t.document_id,
  'targets:' || t.id as row
from targets t join documents d on d.id = t.document_id order by t.theme, t.reading_order""",
    "themes_by_place": f"""
select theme, area, sum(target) as targets, sum(subsidy) as subsidies, max(yuan) as largest_yuan,
  max(rate) as highest_rate
from (
  select t.theme, {_PLACE} as area, 1 as target, 0 as subsidy, null as yuan, null as rate
  from targets t join documents d on d.id = t.document_id
  union all
  select s.theme, {_PLACE}, 0, 1, max(coalesce(s.amount_yuan, 0), coalesce(s.cap_yuan, 0)), s.rate
  from subsidies s join documents d on d.id = s.document_id
)
group by theme, area order by theme, area""",
    "office_duties": f"""
select o.function, o.name as organisation, r.role, {_PLACE} as area, k.text as task, k.due_on, r.unit_text,
  r.quote, r.start, r."end", r.document_id, r.organisation_id, 'responsibilities:' || r.id as row
from responsibilities r
join tasks k on k.id = r.task_id
join documents d on d.id = r.document_id
left join organisations o on o.id = r.organisation_id order by r.reading_order""",
    "deadline_calendar": f"""
select l.end_on, l.start_on, l.kind, l.recurrence, l.time_text, {_PLACE} as area, l.applies_to, l.quote, l.start,
  l."end", l.document_id, 'deadlines:' || l.id as row
from deadlines l join documents d on d.id = l.document_id
order by l.end_on is null, l.end_on, l.reading_order""",
    "needs_a_look": f"""
select c.level, c.code, c.message as what, {_PLACE} as area, c.document_id,
  c.table_name || ':' || c.row_id as row
from checks c join documents d on d.id = c.document_id
where c.code <> 'sum-matches'
union all
select 'error', 'unreadable-file', f.file_name || ': ' || substr(f.note, 9), null, f.document_id,
  'source_files:' || f.sha256
from source_files f where f.note like 'failed: %'
"""
    + "".join(
        f"""union all
select 'info', 'unsure', printf('置信度 %.2f：', r.confidence) || r.quote, {_PLACE}, r.document_id, '{table}:' || r.id
from {table} r join documents d on d.id = r.document_id where r.confidence < {_UNSURE} and r.origin = 'extracted'
"""
        for table in ("targets", "tasks", "deadlines", "subsidies", "budgets")
    ),
    "unclaimed_figures": f"""
select q.kind, q.text, q.value, q.unit, {_PLACE} as area,
  replace(substr(d.text, max(q.start - 23, 1), q.start - max(q.start - 24, 0)) || '【' || q.text || '】'
    || substr(d.text, q."end" + 1, 24), char(10), ' ') as context,
  q.document_id, q.start, q."end", 'quantities:' || q.id as row
from quantities q join documents d on d.id = q.document_id where q.claimed_by is null
order by q.reading_order""",
    **comparison.VIEWS,
}
"""Name → SQL. Titles and descriptions stand in words.yaml. `row` is table:id of the row, for a link."""

QUERIES: dict[str, str] = {
    "subsidies-side-by-side": """
select theme, area, beneficiary, formula_text, activity, conditions, quote, instrument, frequency, grade, amount_yuan,
  rate, cap_yuan, per, tiers, start, "end", document_id, row
from subsidies_compared
where :theme in ('', theme)
order by theme, coalesce(activity, beneficiary), area, start""",
    "targets-side-by-side": """
select theme, area, indicator, comparator, value, value_high, unit, change, each, due_on, quote, start, "end",
  document_id, row
from targets_compared
where :theme in ('', theme)
order by theme, coalesce(indicator_code, indicator), area, due_on, start""",
    "what-an-office-does": """
select area, organisation, role, task, due_on, quote, start, "end", document_id, row
from office_duties
where function = coalesce(nullif(:function, ''), '商务')
order by area, role != 'lead', document_id, start""",
    "deadlines-in-order": """
select end_on, start_on, kind, area, time_text, applies_to, quote, start, "end", document_id, row
from deadline_calendar
where :from = '' or end_on >= :from
order by end_on is null, end_on, start_on, area, start""",
    "what-needs-a-look": """
select level, code, area, what, document_id, row
from needs_a_look
where :level in ('', level)
order by case level when 'error' then 0 when 'warning' then 1 else 2 end, document_id, code""",
    "figures-nobody-used": """
select kind, area, text, context, value, unit, start, "end", document_id, row
from unclaimed_figures
where :kind in ('', kind)
order by case kind when 'money' then 0 when 'share' then 1 else 2 end, kind, document_id, start""",
}
"""Stored queries of the site; a parameter left empty means all."""


def create_views(db: Database) -> None:
    """Makes the views, or remakes those whose SQL has changed."""
    for name, sql in VIEWS.items():
        db.create_view(name, sql.strip(), replace=True)
