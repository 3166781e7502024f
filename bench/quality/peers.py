"""Runs the Python peers on what bench/quality hands them.

    peers.py splink KIND IN.csv OUT.csv        record,entity of a table whose first column is the id
    peers.py goldenmatch KIND IN.csv OUT.csv
    peers.py lines TASK IN.jsonl OUT.jsonl     a line of answers for a line of questions

Every peer runs at the settings that its own documentation shows: Splink at those of its tutorial, with the
comparison of its library that is made for each column; GoldenMatch with no configuration; libphonenumber's matcher at
its two leniencies; usaddress.tag; cleanco.basename; nomenklatura's logic-v2.
"""

import csv
import json
import re
import sys


def splink_settings(columns, kind):
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    comparisons, keys = [], []
    given = surname = None

    def add(comparison, *rules):
        comparisons.append(comparison)
        keys.extend(rules)

    for c in columns:
        n = c.lower()
        exact = lambda: cl.ExactMatch(c).configure(term_frequency_adjustments=True)
        if n in ("given_name", "first_name"):
            given = c
            add(cl.NameComparison(c).configure(term_frequency_adjustments=True))
        elif n in ("surname", "last_name"):
            surname = c
            add(cl.NameComparison(c).configure(term_frequency_adjustments=True))
        elif n in ("date_of_birth", "dob"):
            fmt = "%Y%m%d" if n == "date_of_birth" else "%Y-%m-%d"
            add(cl.DateOfBirthComparison(c, input_is_string=True, datetime_format=fmt), c)
        elif n == "email":
            add(cl.EmailComparison(c), c)
        elif n in ("postcode", "postcode_fake", "zip"):
            add(cl.PostcodeComparison(c) if n == "postcode_fake" else exact(), c)
        elif "phone" in n or n in ("soc_sec_id", "license", "passport", "ssn"):
            add(cl.LevenshteinAtThresholds(c, [1, 2]), c)
        elif n in ("city", "state", "birth_place", "occupation", "suburb", "gender", "county", "street_number"):
            add(exact())
        elif n in ("name", "full_name", "company", "business_name", "facility_name", "licensee") or "name" in n:
            add(cl.JaroWinklerAtThresholds(c, [0.92, 0.88, 0.7]).configure(term_frequency_adjustments=True), c)
        elif "addr" in n or "street" in n:
            add(cl.JaroWinklerAtThresholds(c, [0.92, 0.88, 0.7]), c)
    rules = []
    if given and surname:
        rules.append(block_on(given, surname))
        rules += [block_on(given, k) for k in keys[:2]] + [block_on(surname, k) for k in keys[:2]]
    rules += [block_on(k) for k in keys]
    settings = SettingsCreator(
        link_type="dedupe_only", unique_id_column_name=columns[0], comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules, retain_matching_columns=False,
    )
    return settings, rules


def splink(kind, source, target):
    import duckdb
    from splink import Linker
    from splink.internals.duckdb.database_api import DuckDBAPI

    con = duckdb.connect()
    con.execute("create table raw as select * from read_csv(?, all_varchar=true, header=true)", [source])
    columns = [r[0] for r in con.execute("describe raw").fetchall()]
    whole = {"full_name", "first_and_surname"} if {"first_name", "surname"} <= set(columns) else set()
    key = "record_key"  # a column may not be called rowid in DuckDB
    nothing = f'"{columns[0]}" as {key}, ' + ", ".join(
        f'nullif(trim("{c}"), \'\') as "{c}"' for c in columns[1:] if c not in whole)
    columns = [key] + [c for c in columns[1:] if c not in whole]
    con.execute(f"create table records as select {nothing} from raw")
    settings, rules = splink_settings(columns, kind)
    db = DuckDBAPI(connection=con)
    linker = Linker(db.register("records"), settings, log_level=40)
    linker.training.estimate_probability_two_random_records_match(rules[:3], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in rules[:1] + rules[-1:]:
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
        except Exception as e:  # a rule that leaves nothing to estimate from
            print("splink:", type(e).__name__, "in a round of estimation", file=sys.stderr)
    scored = linker.inference.predict(threshold_match_probability=0.2)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, threshold_match_probability=0.95)
    rows = con.execute(f'select "{columns[0]}", cluster_id from {found.physical_name}').fetchall()
    write_clusters(target, rows)


def goldenmatch(kind, source, target):
    import pyarrow as pa
    from goldenmatch import dedupe_df

    with open(source, newline="", encoding="utf-8") as f:
        rows = list(csv.reader(f))
    header, rows = rows[0], rows[1:]
    table = pa.table({h: [r[i].strip() or None for r in rows] for i, h in enumerate(header) if i})
    result = dedupe_df(table, confidence_required=False)
    group = list(range(len(rows)))
    for k, c in result.clusters.items():
        for member in c["members"]:
            group[member] = len(rows) + k
    write_clusters(target, [(r[0], group[i]) for i, r in enumerate(rows)])


def write_clusters(target, rows):
    with open(target, "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f)
        w.writerow(["record", "entity"])
        w.writerows(rows)


def phones(lines):
    import phonenumbers
    from phonenumbers import Leniency, PhoneNumberMatcher

    plain = re.compile(r"(?:\+?1[-. ]?)?\(?(\d{3})\)?[-. ]?(\d{3})[-. ]?(\d{4})(?!\d)")
    for q in lines:
        out = {"regex": ["".join(m.groups()) for m in plain.finditer(q["text"])]}
        for name, leniency in (("valid", Leniency.VALID), ("possible", Leniency.POSSIBLE)):
            out["libphonenumber, " + name] = [
                str(m.number.national_number) for m in PhoneNumberMatcher(q["text"], "US", leniency=leniency)
            ]
        yield out


USADDRESS = {
    "number": ("AddressNumberPrefix", "AddressNumber", "AddressNumberSuffix"),
    "street": ("StreetNamePreModifier", "StreetNamePreDirectional", "StreetNamePreType", "StreetName",
               "StreetNamePostType", "StreetNamePostDirectional", "StreetNamePostModifier"),
    "unit": ("OccupancyIdentifier", "SubaddressIdentifier"), "box": ("USPSBoxID",),
    "route": ("USPSBoxGroupType", "USPSBoxGroupID"), "city": ("PlaceName",), "state": ("StateName",), "zip": ("ZipCode",),
}


def addresses(lines):
    import usaddress

    for q in lines:
        tokens = usaddress.parse(q["text"])
        parts = {}
        for part, labels in USADDRESS.items():
            parts[part] = " ".join(t for t, label in tokens if label in labels)
        yield parts


def address_pairs(lines):
    from rapidfuzz import fuzz
    from rapidfuzz.distance import JaroWinkler

    for q in lines:
        a, b = q["a"].lower(), q["b"].lower()
        parts = list(addresses([{"text": q["a"]}, {"text": q["b"]}]))
        hard = sum(parts[0][k].lower() == parts[1][k].lower() for k in ("number", "street", "unit", "box", "city")) / 5
        yield {"rapidfuzz token_set": fuzz.token_set_ratio(a, b) / 100, "rapidfuzz Jaro-Winkler": JaroWinkler.similarity(a, b),
               "usaddress, equal parts": hard}


def names(lines):
    from cleanco import basename
    from followthemoney import model
    from followthemoney.proxy import EntityProxy
    from nomenklatura.matching import get_algorithm
    from nomenklatura.matching.types import ScoringConfig
    from rapidfuzz import fuzz

    logic, config = get_algorithm("logic-v2"), ScoringConfig.defaults()

    def entity(key, name, schema):
        return EntityProxy.from_dict({"id": key, "schema": schema, "properties": {"name": [name]}})

    for i, q in enumerate(lines):
        schema = q.get("schema") or "Company"  # ids of their own: the matcher remembers what it made of an id
        a, b = entity(f"{i}a", q["a"], schema), entity(f"{i}b", q["b"], schema)
        yield {"cleanco": float(basename(q["a"]).casefold() == basename(q["b"]).casefold()),
               "rapidfuzz token_sort": fuzz.token_sort_ratio(q["a"].lower(), q["b"].lower()) / 100,
               "nomenklatura logic-v2": logic.compare(a, b, config).score}


def lines(task, source, target):
    with open(source, encoding="utf-8") as f, open(target, "w", encoding="utf-8") as out:
        run = {"phones": phones, "addresses": addresses, "address-pairs": address_pairs, "names": names}[task]
        for answer in run(json.loads(line) for line in f):
            out.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    {"splink": splink, "goldenmatch": goldenmatch, "lines": lines}[sys.argv[1]](*sys.argv[2:])
