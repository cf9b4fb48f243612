"""The basic attendance query of QUERY.md in DuckDB. usage: attendance_duckdb.py FOLDER FROM TO OUT"""

import sys

import duckdb

folder, first, last, out = sys.argv[1:]
db = duckdb.connect(config={"threads": 2})
db.execute("set preserve_insertion_order = false")


def write(name, query):
    db.execute(f"copy ({query}) to '{out}/{name}.csv' (header)")


db.execute(f"""
create temp table seen as
    select cadre, left(time, 10)::date as day, bool_or(time[12:13] >= '20') as late, bool_or(time[12:13] < '06') as early
    from read_csv('{folder}/checkins.csv', auto_detect = false, header = true, delim = ',', quote = '"', columns = {{
        cadre: varchar, time: varchar, lat: varchar, lng: varchar, accuracy_m: varchar, source: varchar}})
    group by all;

create temp table present as
    select cadre, day, bool_or(day_too) as there, bool_or(night) as night
    from (select cadre, day, true as day_too, late as night from seen union all select cadre, day - 1, false, true from seen where early)
    group by all;

create temp table postings as
    select cadre, team, left(village, 6) as county, "from" as starts, coalesce("to", date '9999-12-31') as ends
    from read_csv('{folder}/postings.csv', header = true, types = {{village: 'varchar', "from": 'date', "to": 'date'}});

create temp table posted as
    select cadre, team, county, day, there, night from present join postings using (cadre) where day between starts and ends;

create temp table weeks as
    select monday::date as starts, monday::date + 6 as ends, strftime(monday, '%G-W%V') as name
    from generate_series(date_trunc('week', date '{first}'), date '{last}', interval 7 days) w(monday)
    where monday::date + 3 between date '{first}' and date '{last}';

create temp table months as
    select month::date as starts, last_day(month) as ends, strftime(month, '%Y-%m') as name
    from generate_series(date_trunc('month', date '{first}'), date '{last}', interval 1 month) m(month);
""")

# Units that a posting touches, with or without a check-in in them.
write("weeks", """
with counts as (
    select cadre, strftime(day, '%G-W%V') as name, count(*) filter (there) as days, count(*) filter (night) as nights from posted group by all)
select cadre, name as week, coalesce(days, 0) as days, coalesce(nights, 0) as nights
from (select distinct cadre, name from postings p join weeks w on p.starts <= w.ends and p.ends >= w.starts) left join counts using (cadre, name)
order by cadre, week""")

write("months", """
with counts as (select cadre, strftime(day, '%Y-%m') as name, count(*) as days from posted where there group by all),
units as (
    select cadre, name, sum(least(p.ends, m.ends) - greatest(p.starts, m.starts) + 1)::bigint as posted
    from postings p join months m on p.starts <= m.ends and p.ends >= m.starts group by all)
select cadre, name as month, coalesce(days, 0) as days, posted, (3 * coalesce(days, 0) >= 2 * posted)::int as ok
from units left join counts using (cadre, name)
order by cadre, month""")

write("teams", f"""
with members as (
    select county, team, sum(least(ends, date '{last}') - greatest(starts, date '{first}') + 1) as posted
    from postings where team <> '' and starts <= date '{last}' and ends >= date '{first}' group by all),
counts as (select county, team, count(*) as days from posted where there and day between date '{first}' and date '{last}' group by all),
shares as (select county, team, coalesce(days, 0) / posted as share from members left join counts using (county, team)),
places as (
    select county, team, rank() over best as rank, count(*) over (partition by county) as n,
        rank() over best + count(*) over (partition by county, share) - 1 as place
    from shares window best as (partition by county order by share desc))
select county, team, rank, n as ranked,
    case when place <= 3 * n // 10 + (n % 10 in (2, 3, 6, 9))::int then 'A' when place <= n - n // 10 - (n % 10 >= 4)::int then 'B' else 'C' end as band
from places order by county, rank, team""")
