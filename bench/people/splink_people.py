"""Splink on a table of people: splink_people.py OUT.csv IN.csv writes record,cluster.

Settings are those of its documentation's example of deduplicating people ("Deduplicate 50k rows historical persons"): its comparison
of names, dates of birth and postcodes, frequencies counted, and its blocking rules, with a comparison of its library for each
column that the example does not have. Two of its rules are left out, three digits of the postcode with one name alone: at
a million rows they make a hundred million pairs. E-mail, phone and street take their place. Cells are cleaned as it advises: lower
case, no empty texts, phones by their digits.
"""

import csv
import sys

import duckdb
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.internals.duckdb.database_api import DuckDBAPI

RULES = [
    block_on("substr(first_name,1,3)", "substr(last_name,1,4)"),
    block_on("last_name", "dob"),
    block_on("first_name", "dob"),
    block_on("zip", "first_name"),
    block_on("zip", "last_name"),
    block_on("dob", "city"),
    block_on("substr(zip,1,3)", "dob"),
    block_on("substr(first_name,1,2)", "substr(last_name,1,2)", "substr(dob,1,4)"),
    block_on("email"),
    block_on("phone"),
    block_on("street_address", "zip"),
]


def settings():
    common = {"term_frequency_adjustments": True}
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="rec_id",
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "last_name", forename_surname_concat_col_name="whole_name"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("zip").configure(**common),
            cl.ExactMatch("city").configure(**common),
            cl.JaroWinklerAtThresholds("street_address", [0.92, 0.88]),
            cl.LevenshteinAtThresholds("phone", [1, 2]),
            cl.EmailComparison("email"),
        ],
        blocking_rules_to_generate_predictions=RULES,
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )


def main(target, source):
    con = duckdb.connect()
    text = ["first_name", "last_name", "dob", "street_address", "city", "zip", "email"]
    cells = ", ".join(f"nullif(lower(trim({c})), '') as {c}" for c in text)
    con.execute(
        f"create table records as select rec_id, {cells}, "
        "nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '') as phone, "
        "nullif(lower(concat_ws(' ', trim(first_name), trim(last_name))), '') as whole_name "
        "from read_csv(?, all_varchar=true, header=true)",
        [source],
    )
    linker = Linker(DuckDBAPI(connection=con).register("records"), settings(), log_level=40)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("first_name", "last_name", "dob")], recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "last_name"))
    training.estimate_parameters_using_expectation_maximisation(block_on("dob"))
    scored = linker.inference.predict(threshold_match_probability=0.2)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, threshold_match_probability=0.95)
    rows = con.execute(f"select rec_id, cluster_id from {found.physical_name}").fetchall()
    with open(target, "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f)
        w.writerow(["record", "cluster"])
        w.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
