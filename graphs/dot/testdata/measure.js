// Measures every SVG of the page as the browser draws it; see browser_test.go. Lengths are in points of the picture.
(() => {
  const letter = [720, 540]; // points, without margins of half an inch
  const common = (a, b) =>
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const area = (a) => (a.right - a.left) * (a.bottom - a.top);

  // polyline returns points on a path, near enough for crossings.
  const polyline = (path) => {
    const length = path.getTotalLength(), steps = Math.max(2, Math.ceil(length / 6));
    return Array.from({ length: steps + 1 }, (_, i) => path.getPointAtLength((length * i) / steps));
  };
  const turn = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const crosses = (p, q, r, s) => turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
  const bounds = (line) => ({
    left: Math.min(...line.map((p) => p.x)), right: Math.max(...line.map((p) => p.x)),
    top: Math.min(...line.map((p) => p.y)), bottom: Math.max(...line.map((p) => p.y)),
  });
  // All pairs of edges count, those of one node too.
  const crossed = (a, b) => {
    if (a.box.right < b.box.left || b.box.right < a.box.left || a.box.bottom < b.box.top || b.box.bottom < a.box.top) return false;
    for (let i = 1; i < a.line.length; i++)
      for (let k = 1; k < b.line.length; k++) if (crosses(a.line[i - 1], a.line[i], b.line[k - 1], b.line[k])) return true;
    return false;
  };

  const measure = (div) => {
    const svg = div.querySelector("svg"), faults = [];
    const origin = svg.getBoundingClientRect(), view = svg.viewBox.baseVal, scale = view.width / origin.width;
    const box = (e) => {
      const r = e.getBoundingClientRect();
      return { left: (r.left - origin.left) * scale, right: (r.right - origin.left) * scale, top: (r.top - origin.top) * scale, bottom: (r.bottom - origin.top) * scale };
    };
    const nodes = [...svg.querySelectorAll("g.node")].map((g) => ({ g, name: g.textContent.slice(0, 40), box: box(g) }));
    const labels = [...svg.querySelectorAll("text")].map((e) => ({ e, name: e.textContent.slice(0, 40), box: box(e), lines: [...e.querySelectorAll("tspan")] }));
    const least = Math.min(...labels.flatMap((l) => l.lines.map((s) => parseFloat(getComputedStyle(s).fontSize))));
    labels.forEach((a, i) => {
      labels.slice(0, i).forEach((b) => { if (common(a.box, b.box) > 0.5) faults.push(`label "${a.name}" on label "${b.name}"`); });
      nodes.forEach((n) => { if (!n.g.contains(a.e) && common(a.box, n.box) > 0.5) faults.push(`label "${a.name}" on node "${n.name}"`); });
      const own = a.e.closest("g.node");
      if (own) {
        const shape = [...own.querySelectorAll("path")].map(box);
        const left = Math.min(...shape.map((s) => s.left)), right = Math.max(...shape.map((s) => s.right));
        if (a.box.left < left - 0.5 || a.box.right > right + 0.5) faults.push(`label "${a.name}" sticks out of its node`);
      }
    });
    nodes.forEach((a, i) => nodes.slice(0, i).forEach((b) => {
      if (common(a.box, b.box) > 0.1 * Math.min(area(a.box), area(b.box))) faults.push(`node "${a.name}" on node "${b.name}"`);
    }));
    [...nodes, ...labels].forEach((a) => {
      if (a.box.left < -0.5 || a.box.top < -0.5 || a.box.right > view.width + 0.5 || a.box.bottom > view.height + 0.5) faults.push(`"${a.name}" is cut off`);
    });
    const fit = Math.min(1, letter[0] / Math.max(view.width, view.height), letter[1] / Math.min(view.width, view.height));
    const type = least * fit;
    if (type < 5) faults.push(`type of ${type} points`);
    const edges = [...svg.querySelectorAll("g.edge")].map((g) => ({ ends: [g.dataset.from, g.dataset.to], line: polyline(g.querySelector("path")) }));
    edges.forEach((e) => (e.box = bounds(e.line)));
    const all = edges.reduce((sum, a, i) => sum + edges.slice(0, i).filter((b) => crossed(a, b)).length, 0);
    nodes.forEach((n) => { if (!n.g.dataset.kind || !n.g.getAttribute("aria-label")) faults.push(`node "${n.name}" does not say what it is`); });
    const cases = nodes.filter((n) => n.g.dataset.kind === "case").reduce((sum, n) => sum + Number(n.g.dataset.cases), 0);
    return { Name: div.dataset.name, Faults: faults, Nodes: nodes.length, Cases: cases, Edges: edges.length, Crossing: all / Math.max(1, edges.length), Type: type };
  };
  document.getElementById("measured").textContent = JSON.stringify([...document.querySelectorAll("div[data-name]")].map(measure));
})();
