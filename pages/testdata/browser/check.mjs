// Looks at the pages that TestLook of package pages writes, in a real Chromium:
//
//	node check.mjs FOLDER
//
// CHROMIUM names the browser; it is chromium by default. With SHOTS=FOLDER it also takes pictures for people.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const folder = path.resolve(process.env.PAGES || process.argv[2] || ".");
const shots = process.env.SHOTS;
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const url = (name) => pathToFileURL(path.join(folder, name + ".html")).href;

let browser;
before(async () => { browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] }); });
after(async () => { await browser.close(); });

// open opens a page and fails the test at the end if anything was said on the console, asked for, or shown as a dialog.
async function open(t, name, options = {}) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	const page = await context.newPage();
	const faults = [];
	page.on("console", (m) => { faults.push(`console: ${m.type()}: ${m.text()}`); });
	page.on("pageerror", (e) => { faults.push(`error: ${e.message}`); });
	page.on("dialog", (d) => { faults.push(`dialog: ${d.message()}`); d.dismiss(); });
	page.on("request", (r) => { if (r.url() !== url(name)) faults.push(`request: ${r.url()}`); });
	await page.goto(url(name));
	t.after(async () => { await context.close(); assert.deepEqual(faults, []); });
	return page;
}

async function accessible(page) {
	await page.evaluate(axe);
	const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
	const bad = found.violations.filter((v) => v.impact === "serious" || v.impact === "critical");
	assert.deepEqual(bad.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`), []);
}

const status = (page) => page.locator("#explore-status").textContent();
const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

for (const name of ["ring-2", "ring-12", "ring-300", "hostile", "leads"]) {
	for (const [look, options] of Object.entries({
		desktop: {}, narrow: { viewport: { width: 360, height: 740 } }, dark: { colorScheme: "dark" },
	})) {
		test(`${name}, ${look}: nothing is asked for, axe finds nothing serious`, async (t) => {
			const page = await open(t, name, options);
			await accessible(page);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
			assert.ok(wide <= 0, `the page is ${wide} pixels wider than the window`);
			if (shots) await page.screenshot({ path: path.join(shots, `${name}-${look}.png`), fullPage: name !== "ring-300" && name !== "hostile" });
		});
	}
}

test("nothing of a hostile text becomes a part of the page", async (t) => {
	const page = await open(t, "hostile");
	assert.equal(await page.locator("img, iframe, object, embed, link, a:not([href^='#'])").count(), 0);
	assert.equal(await page.locator("script").count(), 3);
	assert.ok((await page.locator("main").textContent()).includes("</script><img src=x"));
	await page.locator("#explore-table button").first().click();
	assert.equal(await page.locator("img").count(), 0);
});

test("without scripts the report reads whole", async (t) => {
	const page = await open(t, "ring-12", { javaScriptEnabled: false });
	for (let i = 0; i < 12; i++) assert.ok((await page.locator("#members").textContent()).includes(`C${String(i).padStart(4, "0")}`));
	assert.ok(!(await page.locator("#explore").isVisible()));
});

test("on paper there is no interactive part, and the pages are letter", async (t) => {
	const page = await open(t, "ring-12");
	await page.emulateMedia({ media: "print" });
	assert.ok(!(await page.locator("#explore").isVisible()));
	assert.ok(!(await page.locator("nav").isVisible()));
	const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
	const boxes = new Set([...pdf.toString("latin1").matchAll(/\/MediaBox \[([^\]]*)\]/g)].map((m) => m[1].trim().replace(/\.\d+/g, "")));
	for (const b of boxes) assert.ok(["0 0 612 792", "0 0 792 612"].includes(b), b);
	if (shots) fs.writeFileSync(path.join(shots, "ring-12-print.pdf"), pdf);
});

for (const name of ["ring-12", "ring-300"]) {
	test(`${name}: no text of a figure stands on another`, async (t) => {
		const page = await open(t, name);
		const on = await page.evaluate(() => {
			const faults = [];
			for (const svg of document.querySelectorAll("figure svg")) {
				const all = [...svg.querySelectorAll("tspan")].map((e) => ({ text: e.textContent, box: e.getBoundingClientRect() }));
				all.forEach((a, i) => all.slice(0, i).forEach((b) => {
					const w = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
					const h = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
					if (w > 1 && h > Math.min(a.box.height, b.box.height) * 0.2) faults.push(`${a.text} on ${b.text}`);
				}));
			}
			return faults;
		});
		assert.deepEqual(on, []);
	});
}

test("a screen reader goes through the shapes of a map, and each says what it joins", async (t) => {
	const page = await open(t, "ring-12");
	const cdp = await page.context().newCDPSession(page);
	const { nodes } = await cdp.send("Accessibility.getFullAXTree");
	const seen = nodes.filter((n) => !n.ignored);
	const role = (n) => n.role.value;
	assert.ok(seen.some((n) => role(n) === "graphics-document" && n.name.value && n.description.value), "no map is a document with a name and a description");
	const symbols = seen.filter((n) => role(n) === "graphics-symbol").map((n) => n.name.value);
	for (let i = 0; i < 12; i++) {
		const name = `case C${String(i).padStart(4, "0")} `;
		assert.ok(symbols.some((s) => s.startsWith(name) && / Joins \d+ .+: ./.test(s)), `${name}is not told with what it joins: ${symbols.join(" | ")}`);
	}
	assert.equal(symbols.filter((s) => !s.trim()).length, 0);
});

test("the keyboard reaches everything, and the focus goes where the answer is", async (t) => {
	const page = await open(t, "ring-12");
	const seen = new Set();
	for (let i = 0; i < 140; i++) {
		await page.keyboard.press("Tab");
		seen.add(await page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.getAttribute("href")));
	}
	for (const want of ["skip", "#summary", "explore-search", "explore-from", "explore-weight", "explore-threshold", "explore-fit", "explore-map"]) {
		assert.ok(seen.has(want), `Tab never reaches ${want}: ${[...seen].join(" ")}`);
	}
	await page.locator("#explore-table button").nth(3).focus();
	await page.keyboard.press("Enter");
	assert.equal(await page.evaluate(() => document.activeElement.textContent), "C0003");
	assert.ok((await page.locator("#explore-detail").textContent()).includes("same phone"));
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	assert.equal(await page.evaluate(() => document.activeElement.textContent), "C0003");
	assert.equal(await page.evaluate(() => document.activeElement.tagName), "BUTTON");
	await page.locator("#explore-map").focus();
	const shot = async () => (await page.locator("#explore-map").screenshot()).toString("base64");
	const first = await shot();
	await page.keyboard.press("ArrowLeft");
	await settled(page);
	const second = await shot();
	assert.notEqual(first, second, "an arrow key moves nothing");
	await page.keyboard.press("+");
	await settled(page);
	assert.notEqual(second, await shot(), "+ zooms nothing");
});

test("the slider shows how the cluster falls apart", async (t) => {
	const page = await open(t, "ring-12");
	assert.match(await status(page), /^12 cases and \d+ values shown, in 1 part/);
	await page.locator("#explore-threshold").focus();
	await page.keyboard.press("End");
	await settled(page);
	assert.match(await status(page), /in 12 parts; 12 cases alone\.$/);
	await page.keyboard.press("Home");
	await settled(page);
	assert.match(await status(page), /in 1 part/);
	let parts = 1;
	for (let i = 0; i < 400 && parts < 12; i++) {
		await page.keyboard.press("ArrowRight");
		await settled(page);
		const now = Number((await status(page)).match(/in (\d+) part/)[1]);
		assert.ok(now >= parts, "a higher threshold joins parts");
		parts = now;
	}
	if (shots) await page.locator("#explore").screenshot({ path: path.join(shots, "slider.png") });
});

test("search and filters leave out what they say", async (t) => {
	const page = await open(t, "ring-12");
	const shown = async () => { await settled(page); return page.locator("#explore-table tbody tr:visible").count(); };
	const all = await shown();
	await page.locator("#explore-search").fill("C0007");
	assert.equal(await shown(), 1);
	assert.match(await status(page), /1 match for “C0007”/);
	await page.locator("#explore-search").fill("");
	await page.locator("#explore-counties input").first().uncheck();
	assert.equal(await shown(), all - 1);
	await page.locator("#explore-counties input").first().check();
	await page.locator("#explore-kinds input").first().uncheck();
	assert.ok(await shown() < all);
	await page.locator("#explore-kinds input").first().check();
	await page.locator("#explore-from").fill("2022-01-01");
	assert.ok(await shown() < all);
	await page.locator("#explore-reset").click();
	await page.waitForTimeout(50);
	assert.equal(await shown(), all);
});

test("a search moves the picture to what it finds, and back", async (t) => {
	const page = await open(t, "ring-300");
	const shot = async () => { await settled(page); return (await page.locator("#explore-map").screenshot()).toString("base64"); };
	await page.locator("#explore-fit").click();
	const all = await shot();
	await page.locator("#explore-search").fill("C0123");
	if (shots) await page.locator("#explore").screenshot({ path: path.join(shots, "search.png") });
	const found = await shot();
	assert.notEqual(all, found);
	await page.locator("#explore-search").fill("C0200");
	assert.notEqual(found, await shot());
	await page.locator("#explore-search").fill("");
	// Shapes that were drawn large before are drawn from other copies, so the pixels differ; where they lie does not.
	assert.ok(await apart(page, await shot(), all) <= 6, "the picture does not come back");
	assert.ok(await apart(page, found, all) > 6, "a search moves nothing");
});

// apart returns by how many pixels the ink of two screenshots lies apart at the most.
async function apart(page, a, b) {
	const [p, q] = [await ink(page, a), await ink(page, b)];
	return Math.max(...p.map((v, i) => Math.abs(v - q[i])));
}

// ink returns the box around all that is drawn within the border of a screenshot.
async function ink(page, png) {
	const blank = await page.context().newPage();
	const box = await blank.evaluate(async (source) => {
		const image = new Image();
		image.src = "data:image/png;base64," + source;
		await image.decode();
		const canvas = new OffscreenCanvas(image.width, image.height), paper = canvas.getContext("2d");
		paper.drawImage(image, 0, 0);
		const { data } = paper.getImageData(0, 0, image.width, image.height);
		const border = 3, dark = 160, found = { left: image.width, top: image.height, right: 0, bottom: 0 };
		for (let y = border; y < image.height - border; y++) {
			for (let x = border; x < image.width - border; x++) {
				if (data[4 * (y * image.width + x)] > dark) continue;
				found.left = Math.min(found.left, x); found.right = Math.max(found.right, x);
				found.top = Math.min(found.top, y); found.bottom = Math.max(found.bottom, y);
			}
		}
		return Object.values(found);
	}, png);
	await blank.close();
	return box;
}

test("filters that leave out everything say so", async (t) => {
	const page = await open(t, "ring-12");
	for (const county of await page.locator("#explore-counties input").all()) await county.uncheck();
	await settled(page);
	assert.equal(await status(page), "No case is shown: the filters leave out all of them.");
	assert.equal(await page.locator("#explore-table tbody tr:visible").count(), 0);
});

test("a name as long as a page leaves the picture its size", async (t) => {
	const page = await open(t, "hostile");
	await page.locator("#explore-map").scrollIntoViewIfNeeded();
	const dark = await page.evaluate(() => { // the share of the picture that is not white
		const canvas = [...document.querySelectorAll("#explore-map canvas")].at(-1);
		const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
		let n = 0;
		for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 0) n++;
		return n / (pixels.length / 4);
	});
	assert.ok(dark > 0.01, `only ${(100 * dark).toFixed(2)} % of the picture is drawn on`);
});

test("a click in the picture shows the evidence", async (t) => {
	const page = await open(t, "ring-2");
	await page.locator("#explore-map").scrollIntoViewIfNeeded();
	const box = await page.locator("#explore-map").boundingBox();
	let told = "";
	for (let y = 0.05; y < 1 && !told.includes("Where it stands") && !told.includes("Its links"); y += 0.02) {
		for (let x = 0.02; x < 1 && !told.includes("Where it stands") && !told.includes("Its links"); x += 0.02) {
			await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
			told = await page.locator("#explore-detail").textContent();
		}
	}
	assert.ok(told.includes("cases.csv:") || told.includes("same phone"), told);
});

test("2,000 nodes move", async (t) => {
	const page = await open(t, "ring-1200");
	await page.locator("#explore-map").scrollIntoViewIfNeeded();
	const at = await page.locator("#explore-map").boundingBox();
	await page.evaluate(() => {
		window.frames_ = [];
		let last = performance.now();
		const tick = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(tick); };
		requestAnimationFrame(tick);
	});
	await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
	await page.mouse.down();
	for (let i = 0; i < 60; i++) await page.mouse.move(at.x + at.width / 2 + i * 3, at.y + at.height / 2 + i);
	await page.mouse.up();
	for (let i = 0; i < 20; i++) await page.mouse.wheel(0, i < 10 ? -60 : 60);
	const frames = (await page.evaluate(() => window.frames_.slice(1))).sort((a, b) => a - b);
	const quantile = (q) => frames[Math.min(frames.length - 1, Math.floor(q * frames.length))].toFixed(1);
	t.diagnostic(`pan and zoom of ${(await status(page)).split(" shown")[0]}: ${frames.length} frames, median ${quantile(0.5)} ms, 95th percentile ${quantile(0.95)} ms, worst ${quantile(1)} ms`);
	await page.locator("#explore-threshold").focus();
	await page.evaluate(() => { window.frames_ = []; });
	for (let i = 0; i < 30; i++) { await page.keyboard.press("PageUp"); await settled(page); }
	const steps = (await page.evaluate(() => window.frames_)).sort((a, b) => a - b);
	t.diagnostic(`30 steps of the slider: median frame ${steps[steps.length >> 1].toFixed(1)} ms, worst ${steps[steps.length - 1].toFixed(1)} ms`);
	if (shots) await page.locator("#explore-map").screenshot({ path: path.join(shots, "ring-1200-map.png") });
});
