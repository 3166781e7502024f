"""Clusters by exact phones and plates: DuckDB SQL for the keys, scipy for the components.

usage: duckdb_scipy.py CAP OUTPUT FILE...

A value in more than CAP cases joins nothing (0: no cap).
"""

import sys

import duckdb
import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

cap, output, files = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
db = duckdb.connect()
db.execute(
    """
    CREATE TABLE cases AS
    SELECT row_number() OVER () - 1 AS n, "Case Number" AS id,
           regexp_replace("Phone", '[^0-9]', '', 'g') AS phone,
           "State" || upper(regexp_replace("License Plate", '[^A-Za-z0-9]', '', 'g')) AS plate
    FROM read_csv(?, all_varchar = true)
    """,
    [files],
)
edges = db.execute(
    """
    WITH keys AS (
        SELECT n, 'p' || right(phone, 10) AS key FROM cases WHERE length(phone) >= 10
        UNION ALL
        SELECT n, 'c' || plate FROM cases WHERE length(plate) >= 5
    ), shared AS (
        SELECT key, min(n) AS first FROM keys GROUP BY key
        HAVING count(*) > 1 AND (count(*) <= $cap OR $cap = 0)
    )
    SELECT keys.n AS n, shared.first AS first FROM keys JOIN shared USING (key) WHERE keys.n <> shared.first
    """,
    {"cap": cap},
).fetchnumpy()
[(size,)] = db.execute("SELECT count(*) FROM cases").fetchall()
graph = coo_matrix((np.ones(len(edges["n"]), dtype=np.int8), (edges["n"], edges["first"])), shape=(size, size))
_, labels = connected_components(graph, directed=False)
db.register("components", {"n": np.arange(size), "cluster": labels})
db.execute(f"COPY (SELECT id, cluster FROM cases JOIN components USING (n)) TO '{output}' (HEADER)")
