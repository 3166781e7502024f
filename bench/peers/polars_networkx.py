"""Clusters by exact phones and plates: Polars for the keys, networkx for the components.

usage: polars_networkx.py CAP OUTPUT FILE...

A value in more than CAP cases joins nothing (0: no cap).
"""

import sys

import networkx as nx
import polars as pl

cap, output, files = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
cases = (
    pl.read_csv(files, infer_schema=False)
    .with_row_index("n")
    .with_columns(
        phone=pl.col("Phone").str.replace_all("[^0-9]", ""),
        plate=pl.col("State") + pl.col("License Plate").str.replace_all("[^A-Za-z0-9]", "").str.to_uppercase(),
    )
)
keys = pl.concat(
    [
        cases.filter(pl.col("phone").str.len_bytes() >= 10).select("n", key="p" + pl.col("phone").str.slice(-10)),
        cases.filter(pl.col("plate").str.len_bytes() >= 5).select("n", key="c" + pl.col("plate")),
    ]
)
shared = keys.group_by("key").agg(first=pl.col("n").min(), cases=pl.len()).filter(pl.col("cases") > 1)
if cap:
    shared = shared.filter(pl.col("cases") <= cap)
edges = keys.join(shared, on="key").filter(pl.col("n") != pl.col("first"))
graph = nx.Graph()
graph.add_edges_from(edges.select("n", "first").iter_rows())
labels = list(range(cases.height))
for component in nx.connected_components(graph):
    label = min(component)
    for n in component:
        labels[n] = label
cases.select(id="Case Number").with_columns(cluster=pl.Series(labels)).write_csv(output)
