"""Opens the exports of a folder with the programs' own readers and checks that they say the same.

usage: open_exports.py FOLDER, which has network.graphml, .gexf, .cyjs, .anx, .ftm.jsonl, .geojson, .xlsx, .csv and .json
"""
import csv
import json
import sys
import xml.etree.ElementTree as ET

import igraph
import networkx as nx
import openpyxl
from followthemoney import model

folder = sys.argv[1]


def path(ext):
    return f"{folder}/network.{ext}"


with open(path("json"), encoding="utf-8") as f:
    want = json.load(f)
nodes, edges = len(want["nodes"]), len(want["edges"])
labels = sorted(n["label"] for n in want["nodes"])
assert nodes > 0 and edges > 0

g = nx.read_graphml(path("graphml"))
assert (len(g), g.number_of_edges()) == (nodes, edges)
assert sorted(d["label"] for _, d in g.nodes(data=True)) == labels
assert all(d["color"].startswith("#") and isinstance(d["x"], float) and isinstance(d["y"], float) for _, d in g.nodes(data=True))

i = igraph.Graph.Read_GraphML(path("graphml"))
assert (i.vcount(), i.ecount()) == (nodes, edges) and sorted(i.vs["label"]) == labels

x = nx.read_gexf(path("gexf"))
assert (len(x), x.number_of_edges()) == (nodes, edges)
assert sorted(d["label"] for _, d in x.nodes(data=True)) == labels
assert all("color" in d["viz"] and "position" in d["viz"] for _, d in x.nodes(data=True))

with open(path("cyjs"), encoding="utf-8") as f:
    cy = nx.cytoscape_graph(json.load(f))
assert (len(cy), cy.number_of_edges()) == (nodes, edges)

chart = ET.parse(path("anx")).getroot()
items = chart.findall("./ChartItemCollection/ChartItem")
entities = [e for item in items for e in item.findall("./End/Entity")]
ends = {e.get("EntityId") for e in entities}
links = [item.find("Link") for item in items if item.find("Link") is not None]
assert (len(entities), len(links)) == (nodes, edges) and len(ends) == nodes
assert all(link.get("End1Id") in ends and link.get("End2Id") in ends for link in links)

seen = 0
with open(path("ftm.jsonl"), encoding="utf-8") as f:
    for line in f:
        data = json.loads(line)
        proxy = model.get_proxy(data, cleaned=False)
        assert set(data["properties"]) <= set(proxy.schema.properties), data
        proxy.schema.validate(data)
        seen += 1
assert seen == nodes + edges

with open(path("geojson"), encoding="utf-8") as f:
    geo = json.load(f)
assert geo["type"] == "FeatureCollection"
kinds = {feature["properties"]["kind"] for feature in geo["features"]}
assert kinds == {"county", "flow"}, kinds

book = openpyxl.load_workbook(path("xlsx"))
assert book.sheetnames == ["cases", "entities", "evidence", "links", "clusters"], book.sheetnames
assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
assert book["cases"].max_row - 1 + book["entities"].max_row - 1 == nodes
assert book["evidence"].max_row - 1 == edges

with open(path("csv"), encoding="utf-8", newline="") as f:
    rows = list(csv.DictReader(f))
assert len(rows) == nodes + edges
assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())

print(f"exports open: {nodes} nodes and {edges} edges in nine formats")
