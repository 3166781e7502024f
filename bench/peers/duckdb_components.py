"""Clusters by exact phones and plates: DuckDB SQL for the keys, scipy or igraph for the components.

usage: duckdb_components.py scipy|igraph CAP OUTPUT FILE...

A value in more than CAP cases joins nothing (0: no cap).
"""

import sys

import duckdb
import numpy as np

library, cap, output, files = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:]


def components(size, a, b):
    """Returns the number of each node's component."""
    if library == "igraph":
        import igraph

        graph = igraph.Graph(n=size, edges=np.column_stack((a, b)))
        return np.array(graph.connected_components().membership)
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    graph = coo_matrix((np.ones(len(a), dtype=np.int8), (a, b)), shape=(size, size))
    return connected_components(graph, directed=False)[1]


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
labels = components(size, edges["n"], edges["first"])
db.register("components", {"n": np.arange(size), "cluster": labels})
db.execute(f"COPY (SELECT id, cluster FROM cases JOIN components USING (n)) TO '{output}' (HEADER)")
