"""What is measured on a page in the browser: scripts that list what is wrong, [] when nothing is."""

TRIM = """(() => {
  const drop = (each, most) => [...each].slice(most).forEach((one) => one.remove());
  for (const body of document.querySelectorAll("tbody")) drop(body.rows, 8);
  drop(document.querySelectorAll(".card"), 5);
  drop(document.querySelectorAll(".minutes"), 2);
})()"""
"""Rows and cards come from one template each: a few of them are looked at, or axe takes minutes."""

EVERY_RULE = '["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]'
CONTRAST = '{type: "rule", values: ["color-contrast"]}'

WIDE = """[...document.querySelectorAll(".card")].forEach((e) => (e.style.contentVisibility = "visible")),
document.documentElement.scrollWidth > innerWidth ? [document.documentElement.scrollWidth] : []"""

CLIPPED = """[...document.querySelectorAll("main *")].filter((each) => {
  const style = getComputedStyle(each);
  return style.overflowY === "hidden" && !each.closest(".unseen, thead, svg") &&
    each.scrollHeight > each.clientHeight + 1;
}).map((each) => each.outerHTML.slice(0, 120))"""
"""What is higher than its box, which hides the rest."""

_COLOURS = """
const number = (text) => {
  const all = (text.replace(/^color\\(\\w+/, "").match(/[\\d.]+/g) ?? []).map(Number);
  return text.startsWith("color(") ? all.map((each, place) => place < 3 ? each * 255 : each) : all;
};
const light = (text) => {
  const [r, g, b] = number(text).map((each) => each / 255)
    .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (one, other) => {
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};
const paper = getComputedStyle(document.body).backgroundColor;
const is_seen = (each) => each.getClientRects().length > 0;
"""

AXE = f"""(async () => {{{_COLOURS}
  const ground = (each) => {{
    for (let up = each; up; up = up.parentElement) {{
      const colour = getComputedStyle(up).backgroundColor;
      if (number(colour)[3] !== 0) return colour;
    }}
    return paper;
  }};
  const told = await axe.run(document, {{
    runOnly: %s,
    rules: {{"target-size": {{enabled: true}}}},
    resultTypes: ["violations", "incomplete"],
  }});
  // Beside links that are reached by arrow keys axe can't tell how large a target is: one that is too small
  // it reports all the same.
  const unsure = told.incomplete.filter((each) => each.id !== "target-size")
    .flatMap((each) => each.nodes.map((node) => [each.id, node]));
  const element = ([, node]) => document.querySelector(node.target[0]);
  const drawn = unsure.filter((each) => each[0] === "color-contrast" && element(each).closest("svg"));
  const faint = (each) => each[0] !== "color-contrast" ||
    !(ratio(getComputedStyle(element(each)).color, ground(element(each))) >= 4.5);
  return [
    ...told.violations.map((each) => [each.id, each.nodes.length, each.nodes[0].html.slice(0, 160)]),
    ...unsure.filter((each) => !drawn.includes(each) && faint(each))
      .map(([id, node]) => [`incomplete ${{id}}`, node.any[0]?.message, node.html.slice(0, 160)]),
    ...(drawn.length > document.querySelectorAll("svg text").length ? [["in drawings", drawn.length]] : []),
  ];
}})()"""
"""What axe finds. Where it can't tell a contrast, that is reckoned here, or by ``FAINT`` in a drawing."""

FAINT = f"""(() => {{{_COLOURS}
  const ground = (text) => {{
    const box = text.closest("a")?.querySelector("rect.box") ?? text.previousElementSibling;
    if (text.closest(".columns")) return paper;  // they stand above and below the columns
    return box?.matches?.("rect") ? getComputedStyle(box).fill : paper;
  }};
  return [...document.querySelectorAll("svg text")].filter(is_seen)
    .map((each) => [each.textContent, ratio(getComputedStyle(each).fill, ground(each))])
    .filter(([, found]) => !(found >= 4.5));
}})()"""
"""Texts of drawings whose contrast with what they stand on is below 4.5, reckoned from the styles."""

LOST = f"""(() => {{{_COLOURS}
  const shapes = ".bar rect, .bar circle, .bar line.mark, .bar path, .graph .box, .graph path";
  return [...document.querySelectorAll(shapes)].filter(is_seen).filter((each) => {{
    const style = getComputedStyle(each), colours = [style.fill, style.stroke];
    const is_told = (colour) => number(colour).length >= 3 && ratio(colour, paper) >= 3;
    return !colours.some((colour) => /url/.test(colour) || is_told(colour));
  }}).map((each) => each.outerHTML.slice(0, 120));
}})()"""
"""Shapes of drawings that can't be told from the paper: neither fill nor edge has a contrast of 3."""

SPILLED = """[...document.querySelectorAll(".graph a, .graph text.late")].flatMap((each) => {
  const ground = each.matches("a") ? each.querySelector("rect.box") : each.previousElementSibling;
  const box = ground.getBBox();
  return [...(each.matches("a") ? each.querySelectorAll("text") : [each])].filter((text) => {
    const own = text.getBBox();
    return own.x < box.x || own.y < box.y - 1 || own.x + own.width > box.x + box.width + 0.5 ||
      own.y + own.height > box.y + box.height + 1;
  }).map((text) => text.textContent);
})"""
"""Texts of the graph that are wider or higher than the box they stand in, as the browser draws them."""

FOCUS = """(() => {
  const each = document.activeElement, style = getComputedStyle(each);
  if (each === document.body) return null;
  const box = each.getBoundingClientRect();
  const middle = (first, last, most) => (Math.max(first, 0) + Math.min(last, most)) / 2;
  const x = middle(box.left, box.right, innerWidth), y = middle(box.top, box.bottom, innerHeight);
  const hit = document.elementFromPoint(x, y);
  const ring = each.querySelector?.(".box");
  const is_ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 ||
    ring && parseFloat(getComputedStyle(ring).strokeWidth) >= 3;
  const is_free = hit && (hit === each || each.contains(hit) || hit.contains(each));
  const name = `${each.tagName} ${each.id || each.textContent.trim().slice(0, 40)}`;
  return [name, Boolean(is_ringed), Boolean(is_free)];
})()"""
"""Where the focus is, whether a ring shows it, and whether nothing covers it; null when it is nowhere."""

HIDDEN = """(() => {
  const found = [...document.querySelectorAll("button, input:not([type=radio]), select")].filter((each) =>
    each.checkVisibility()).map((each) => `a control: ${each.outerHTML.slice(0, 80)}`);
  const content = "main article, main tbody tr, main h2, main h3, main li";
  for (const each of document.querySelectorAll(content)) {
    const closed = each.closest("details:not([open])");
    if (each.checkVisibility() || closed && each.closest("table")) continue;
    found.push(each.outerHTML.slice(0, 80));
  }
  return found;
})()"""
"""Without a script: controls that are shown, and content that isn't; only tables may be in what is closed."""
