// The interactive part of a report. It draws what the page has in it, asks for nothing, and puts
// texts of cases into the page as text only.
(function () {
	"use strict";
	const data = JSON.parse(document.getElementById("tflink-data").textContent);
	const byId = (id) => document.getElementById("explore-" + id);
	const nodes = data.nodes, edges = data.edges, links = data.links;
	const isCase = (n) => n.kind === "case";
	const shapes = { phone: "ellipse", address: "pentagon", plate: "rectangle", vin: "rectangle", business: "hexagon", email: "diamond", url: "diamond", handle: "diamond", person: "octagon" };
	const partColors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442"];
	const lineColor = "#767676", valueColor = "#ececec", ink = "#1a1a1a";

	// The places are made for dots; here they have names below them. A small network fills the picture with names that can be read.
	const extent = (of) => Math.max(1, nodes.reduce((m, n) => Math.max(m, of(n)), -Infinity) - nodes.reduce((m, n) => Math.min(m, of(n)), Infinity));
	const spread = nodes.length > 60 ? 3 : Math.max(1.5, Math.min(820 / extent((n) => n.x), 440 / extent((n) => n.y)));
	const thin = nodes.length > 60 ? 3 : 1; // lines of a large network are seen from farther away
	const many = nodes.length > 800; // where a moving picture is drawn coarser

	document.querySelectorAll(".scripted").forEach((e) => { e.hidden = false; });

	// element makes an element with a text in it.
	function element(name, text, ...kids) {
		const e = document.createElement(name);
		if (text !== null) e.textContent = text;
		e.append(...kids);
		return e;
	}

	function plural(n, noun) {
		if (n === 1) return "1 " + noun;
		return n.toLocaleString("en-US") + " " + (noun.endsWith("y") ? noun.slice(0, -1) + "ies" : noun + "s");
	}
	const bits = (w) => (w < 0 ? "−" : "+") + Math.abs(w).toFixed(1) + " bits";
	const chance = (w) => {
		const p = 1 / (1 + Math.pow(2, -w));
		return p >= 0.995 ? ">0.99" : p < 0.005 ? "<0.01" : p.toFixed(2);
	};

	// state is what is asked for, and what follows from it.
	const state = { threshold: data.least, part: [], shown: [], edgeShown: [], chosen: null };

	// Which edges and links each node has.
	const edgesOf = nodes.map(() => []), linksOf = nodes.map(() => []);
	edges.forEach((e, i) => { edgesOf[e.case].push(i); edgesOf[e.value].push(i); });
	links.forEach((l, i) => { linksOf[l.a].push(i); linksOf[l.b].push(i); });

	// labelOf returns what stands below a node: a long name would make the picture as wide as it is.
	const short = (text) => ([...text].length > 40 ? [...text].slice(0, 39).join("") + "…" : text);
	const labelOf = (n) => {
		const sign = isCase(n) && n.county >= 0 ? data.counties[n.county].sign + " " : "";
		return sign + short(n.name) + (isCase(n) && n.where ? "\n" + short(n.where) : "");
	};

	const cy = cytoscape({
		container: byId("map"),
		elements: {
			nodes: nodes.map((n, i) => ({ data: { id: "n" + i, label: labelOf(n), shape: isCase(n) ? "round-rectangle" : shapes[n.kind] || "ellipse", color: isCase(n) && n.county >= 0 ? data.counties[n.county].color : valueColor }, classes: isCase(n) ? "case" : "value", position: { x: n.x * spread, y: n.y * spread } })),
			edges: edges.map((e, i) => ({ data: { id: "e" + i, source: "n" + e.case, target: "n" + e.value, width: Math.min(6, thin + Math.max(0, e.weight) / 6) } })),
		},
		style: [
			{ selector: "node", style: { shape: "data(shape)", "background-color": "data(color)", "border-width": 1, "border-color": ink, label: "data(label)", color: ink, "font-size": 13, "min-zoomed-font-size": 7, "text-valign": "bottom", "text-margin-y": 3, "text-wrap": "wrap", "text-max-width": "150px", "text-background-color": "#ffffff", "text-background-opacity": 0.8, width: 24, height: 24 } },
			{ selector: "node.case", style: { width: 38, height: 24 } },
			{ selector: "edge", style: { width: "data(width)", "line-color": lineColor, "curve-style": "haystack", opacity: 0.7 } },
			{ selector: ".off", style: { display: "none" } },
			{ selector: ".alone", style: { opacity: 0.35 } },
			{ selector: ".found", style: { "border-width": 5, "border-color": "#b34a00" } },
			{ selector: ".chosen", style: { "border-width": 5, "border-color": "#000000", "border-style": "double", "line-color": "#000000", opacity: 1, "z-index": 9 } },
		],
		layout: { name: "preset", fit: true, padding: 20 },
		minZoom: 0.02, maxZoom: 6, boxSelectionEnabled: false, autoungrabify: true,
		hideEdgesOnViewport: many, textureOnViewport: many, pixelRatio: many ? 1 : "auto",
	});
	const nodeAt = nodes.map((_, i) => cy.getElementById("n" + i));
	const edgeAt = edges.map((_, i) => cy.getElementById("e" + i));

	// rows are those of the table, one for each node.
	const body = document.querySelector("#explore-table tbody");
	const rows = nodes.map((n, i) => {
		const button = element("button", n.name);
		button.type = "button";
		button.addEventListener("click", () => choose({ node: i }, true));
		const name = element("th", null, button);
		name.scope = "row";
		const dates = isCase(n) ? [n.from, n.to === n.from ? "" : n.to].filter(Boolean).join(" to ") : "";
		const cells = ["", ""].map(() => element("td", ""));
		cells[1].className = "right";
		const row = element("tr", null, name, element("td", n.kind), element("td", n.where || ""), element("td", dates), ...cells);
		body.append(row);
		return { row, button, part: cells[0], joined: cells[1] };
	});

	// parts numbers the parts that the links of the threshold leave: by case, the largest first.
	function parts(threshold, within) {
		const root = nodes.map((_, i) => i);
		const find = (v) => { while (root[v] !== v) { root[v] = root[root[v]]; v = root[v]; } return v; };
		links.forEach((l) => {
			if (l.weight >= threshold - 1e-9 && within(l.a) && within(l.b)) {
				const a = find(l.a), b = find(l.b);
				if (a !== b) root[Math.max(a, b)] = Math.min(a, b);
			}
		});
		const size = new Map();
		nodes.forEach((n, i) => { if (isCase(n) && within(i)) size.set(find(i), (size.get(find(i)) || 0) + 1); });
		const order = [...size.keys()].sort((a, b) => size.get(b) - size.get(a) || a - b);
		const number = new Map(order.map((r, i) => [r, i + 1]));
		return { of: nodes.map((n, i) => (isCase(n) && within(i) ? number.get(find(i)) : 0)), sizes: order.map((r) => size.get(r)) };
	}

	const checked = (id) => new Set([...byId(id).querySelectorAll("input:checked")].map((e) => e.value));

	// update works out what is shown and brings picture, table and words up to it.
	function update() {
		const counties = checked("counties"), kinds = checked("kinds");
		const from = byId("from").value, to = byId("to").value, least = parseFloat(byId("weight").value);
		const search = byId("search").value.trim().toLowerCase();
		const passes = (n) => isCase(n)
			? counties.has(String(n.county)) && !(from && (n.to || "") < from) && !(to && (!n.from || n.from > to))
			: kinds.has(n.kind) && !(n.weight < least);
		const shown = nodes.map(passes);
		nodes.forEach((n, i) => { if (!isCase(n)) shown[i] = shown[i] && edgesOf[i].some((k) => shown[edges[k].case]); });
		const split = parts(state.threshold, (i) => shown[i]);
		const edgeShown = edges.map((e) => shown[e.case] && shown[e.value] && e.weight >= state.threshold - 1e-9);
		const joined = nodes.map(() => 0);
		edges.forEach((e, i) => { if (edgeShown[i]) { joined[e.case]++; joined[e.value]++; } });
		const partOf = nodes.map((n, i) => {
			if (isCase(n)) return split.of[i];
			const at = new Set();
			edgesOf[i].forEach((k) => { if (edgeShown[k]) at.add(split.of[edges[k].case]); });
			return at.size === 1 ? [...at][0] : 0;
		});
		const found = nodes.map((n) => search !== "" && (n.name + " " + (n.where || "") + " " + (n.detail || "")).toLowerCase().includes(search));
		paint(shown, edgeShown, found, partOf, split, joined);
		say(shown, found, split, search);
		lookFor(search, found.map((f, i) => f && shown[i]));
		fill(() => fillTable(shown, found, partOf, joined, search));
	}

	// look moves the picture to some nodes, near enough to read their names.
	const readable = 1.2;
	function look(at) {
		cy.fit(at, 90);
		if (cy.zoom() > readable) {
			cy.zoom(readable);
			cy.center(at);
		}
	}

	// lookFor moves the picture to what was searched for, and back when that is over.
	let searched = "";
	function lookFor(search, found) {
		if (search === searched) return;
		searched = search;
		const at = cy.collection(nodeAt.filter((_, i) => found[i]));
		if (search === "") cy.fit(cy.elements(":visible"), 20);
		else if (at.nonempty()) look(at);
	}

	// set changes a class of an element of the picture if it has not got that already.
	const had = new Map();
	function set(e, name, on) {
		const key = e.id() + name;
		if ((had.get(key) || false) === on) return;
		had.set(key, on);
		e.toggleClass(name, on);
	}

	// paint brings the picture up to what is shown.
	function paint(shown, edgeShown, found, partOf, split, joined) {
		const byPart = byId("color").value === "part";
		cy.batch(() => {
			nodes.forEach((n, i) => {
				const e = nodeAt[i];
				set(e, "off", !shown[i]);
				set(e, "found", found[i]);
				set(e, "alone", isCase(n) ? split.sizes[partOf[i] - 1] === 1 : joined[i] === 0);
				let color = isCase(n) && n.county >= 0 ? data.counties[n.county].color : valueColor;
				if (byPart) color = isCase(n) && partOf[i] > 0 ? partColors[(partOf[i] - 1) % partColors.length] : valueColor;
				if (e.data("color") !== color) e.data("color", color);
			});
			edges.forEach((_, i) => set(edgeAt[i], "off", !edgeShown[i]));
		});
	}

	// fill calls a function when nothing has been chosen for a moment: a long table takes longer than a picture.
	let waiting = 0;
	function fill(f) {
		clearTimeout(waiting);
		if (many) waiting = setTimeout(f, 200);
		else f();
	}

	// fillTable brings the table up to what is shown.
	function fillTable(shown, found, partOf, joined, search) {
		nodes.forEach((n, i) => {
			const r = rows[i], hide = !shown[i] || (search !== "" && !found[i]);
			if (r.row.hidden !== hide) r.row.hidden = hide;
			const part = partOf[i] ? String(partOf[i]) : isCase(n) ? "" : joined[i] ? "several" : "none";
			if (r.part.textContent !== part) r.part.textContent = part;
			const count = String(joined[i]);
			if (r.joined.textContent !== count) r.joined.textContent = count;
		});
	}

	// say tells in words what is shown now.
	function say(shown, found, split, search) {
		const cases = shown.filter((s, i) => s && isCase(nodes[i])).length, values = shown.filter((s, i) => s && !isCase(nodes[i])).length;
		let text = plural(cases, "case") + " and " + plural(values, "value") + " shown, in " + plural(split.sizes.length, "part");
		if (cases === 0) text = "No case is shown: the filters leave out all of them";
		const alone = split.sizes.filter((n) => n === 1).length, several = split.sizes.filter((n) => n > 1);
		if (several.length && split.sizes.length > 1) text += ": of " + several.slice(0, 8).join(", ") + (several.length > 8 ? " and fewer" : "") + " cases";
		if (alone && split.sizes.length > 1) text += "; " + plural(alone, "case") + " alone";
		text += ".";
		if (search) text += " " + plural(found.filter((f, i) => f && shown[i]).length, "match").replace("matchs", "matches") + " for “" + byId("search").value.trim() + "”.";
		byId("threshold-value").textContent = bits(state.threshold) + ", probability " + chance(state.threshold);
		byId("threshold").setAttribute("aria-valuetext", bits(state.threshold) + ", " + plural(split.sizes.length, "part"));
		const status = byId("status");
		if (status.textContent !== text) status.textContent = text;
	}

	const hint = byId("hint");

	// choose shows the evidence of a node or of an edge; from the table, the focus goes there.
	function choose(what, focus) {
		cy.elements(".chosen").removeClass("chosen");
		const detail = byId("detail");
		detail.replaceChildren();
		if (what === null) {
			detail.append(hint);
			return;
		}
		const i = what.node !== undefined ? what.node : edges[what.edge].value;
		const heading = element("h3", what.node !== undefined ? nodes[i].name : nodes[edges[what.edge].case].name + " and " + nodes[i].name);
		heading.tabIndex = -1;
		detail.append(heading);
		if (what.node !== undefined) {
			nodeAt[i].addClass("chosen");
			nodeAt[i].connectedEdges().addClass("chosen");
			detail.append(...(isCase(nodes[i]) ? tellCase(i) : tellValue(i, null)));
		} else {
			edgeAt[what.edge].addClass("chosen");
			detail.append(...tellValue(i, edges[what.edge].case));
		}
		if (!focus) return;
		const back = element("button", "Back to the table");
		back.type = "button";
		back.addEventListener("click", () => rows[i].button.focus());
		detail.append(back);
		heading.focus();
		if (cy.zoom() < readable / 2) look(nodeAt[i].closedNeighborhood());
		else cy.center(nodeAt[i]);
	}

	// table makes a table of rows of texts.
	function table(caption, head, lines) {
		const row = (cells, name) => element("tr", null, ...cells.map((c, k) => {
			const e = element(k === 0 || name === "th" ? "th" : "td", c);
			if (e.tagName === "TH") e.scope = name === "th" ? "col" : "row";
			return e;
		}));
		return element("table", null, element("caption", caption), element("thead", null, row(head, "th")), element("tbody", null, ...lines.map((l) => row(l, "td"))));
	}

	function tellCase(i) {
		const n = nodes[i];
		const out = [element("p", [n.where, [n.from, n.to === n.from ? "" : n.to].filter(Boolean).join(" to ") || "not dated", n.detail].filter(Boolean).join(" · "))];
		const own = linksOf[i].map((k) => links[k]).sort((a, b) => b.weight - a.weight);
		const lines = [];
		own.forEach((l) => {
			const other = nodes[l.a === i ? l.b : l.a].name, judged = l.judged ? "judged " + l.judged + " by a person" : "";
			lines.push([other, judged || bits(l.weight) + ", " + l.chance, "in all"]);
			l.evidence.forEach((e) => {
				lines.push(["", bits(e.weight), e.name + (e.reasons || []).map((r) => "; " + data.texts[r[0]] + " " + bits(r[1])).join("")]);
			});
		});
		out.push(table("Its links that hold the cluster together, the strongest first, each with its evidence", ["With", "Weight", "Because"], lines));
		return out;
	}

	function tellValue(i, only) {
		const n = nodes[i];
		const seen = (n.seen || []).filter((s) => only === null || s.case === only);
		const out = [];
		if (n.detail) out.push(element("p", "Doubt: " + n.detail));
		out.push(element("p", "Sharing it says " + bits(n.weight || 0) + "."));
		out.push(table("Where it stands", ["Case", "As it stands", "What is said of it", "Date", "File, line, column"], seen.map((s) => [nodes[s.case].name, s.raw || "", s.said || "", s.date || "not dated", s.at || ""])));
		return out;
	}

	// soon calls a function once, before the next picture is drawn.
	function soon(f) {
		let due = false;
		return () => {
			if (due) return;
			due = true;
			requestAnimationFrame(() => { due = false; f(); });
		};
	}
	const refresh = soon(update);

	const slider = byId("threshold");
	slider.min = Math.floor(data.least * 10) / 10;
	slider.max = Math.ceil((data.most + 0.1) * 10) / 10;
	slider.value = slider.min;
	slider.addEventListener("input", () => {
		state.threshold = slider.value === slider.min ? data.least : parseFloat(slider.value);
		refresh();
	});
	["search", "from", "to", "weight", "color", "counties", "kinds"].forEach((id) => byId(id).addEventListener("input", refresh));
	byId("form").addEventListener("submit", (e) => e.preventDefault());
	byId("form").addEventListener("reset", () => {
		setTimeout(() => { slider.value = slider.min; state.threshold = data.least; choose(null); cy.fit(undefined, 20); refresh(); });
	});
	const zoom = (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
	byId("in").addEventListener("click", () => zoom(1.4));
	byId("out").addEventListener("click", () => zoom(1 / 1.4));
	byId("fit").addEventListener("click", () => cy.fit(cy.elements(":visible"), 20));
	const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
	byId("map").addEventListener("keydown", (e) => {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		if (moves[e.key]) cy.panBy({ x: moves[e.key][0], y: moves[e.key][1] });
		else if (e.key === "+" || e.key === "=") zoom(1.4);
		else if (e.key === "-") zoom(1 / 1.4);
		else if (e.key === "0") cy.fit(cy.elements(":visible"), 20);
		else return;
		e.preventDefault();
	});
	cy.on("tap", "node", (e) => choose({ node: Number(e.target.id().slice(1)) }, false));
	cy.on("tap", "edge", (e) => choose({ edge: Number(e.target.id().slice(1)) }, false));
	cy.on("tap", (e) => { if (e.target === cy) choose(null); });
	update();
})();
