"use strict";
const get = (id) => document.getElementById(id);
const every = (selector, part = document) => [...part.querySelectorAll(selector)];
const button = (text, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
};
(() => {
  // Each section is one stop, in which arrows go from link to link; a card has stops while one is in it.
  const LINK = "a[href]:not(.graph a), .card button";
  const links = (part) => every(LINK, part).filter((link) => !link.closest("[hidden]"));
  const stop = (part, next) => {
    for (const link of every('a[tabindex="0"]', part)) link.tabIndex = -1;
    next.tabIndex = 0;
  };
  const settle = (part) => {
    const shown = links(part);
    if (shown.length && !shown.some((link) => link.tabIndex === 0)) stop(part, shown[0]);
  };
  const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  const walk = (event) => {
    const part = event.currentTarget, step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || !event.target.matches(LINK)) return;
    const shown = links(part), at = shown.indexOf(event.target) + step;
    const next = shown[Math.min(Math.max(at, 0), shown.length - 1)];
    event.preventDefault();
    stop(part, next);
    next.focus();
  };
  for (const part of every(".part:not(#about)")) {
    for (const link of every(LINK, part)) link.tabIndex = -1;
    if (part.id === "cards") continue;
    settle(part);
    part.addEventListener("keydown", walk);
  }
  let card = null;
  document.addEventListener("focusin", (event) => {
    const next = event.target.closest(".card");
    if (next === card) return;
    for (const link of card ? links(card) : []) link.tabIndex = -1;
    for (const link of next ? links(next) : []) link.tabIndex = 0;
    card = next;
  });
  const fit = new ResizeObserver((all) => {
    for (const { target } of all) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
  });
  for (const each of every(".scroll")) fit.observe(each);
  if (matchMedia("(max-width:68.7rem)").matches) document.querySelector(".contents").open = false;
  const initiatives = get("initiatives");
  const list = get("list"), controls = get("controls"), found = get("found");
  if (!list) return;
  const rows = [...list.tBodies[0].rows];
  const text = new Map(rows.map((row) => [row, row.textContent.toLocaleLowerCase()]));
  const query = get("q"), facets = every("select", controls);
  controls.hidden = get("keys").hidden = false;
  const plain = (shown) => found.dataset.some.replace("{shown}", shown).replace("{all}", rows.length);
  const narrow = () => {
    const words = query.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const chosen = facets.filter((facet) => facet.value);
    let shown = 0;
    for (const row of rows) {
      const fits = words.every((word) => text.get(row).includes(word)) &&
        chosen.every((facet) => row.dataset[facet.dataset.facet].split(" ").includes(facet.value));
      if (row.hidden === fits) row.hidden = !fits;
      shown += fits;
    }
    const by = [...chosen.map((facet) => facet.selectedOptions[0].textContent), ...words.map((word) => `“${word}”`)];
    const is = by.length > 0;
    found.textContent = !is ? found.dataset.all : shown ? `${plain(shown)}: ${by.join(", ")}` : found.dataset.none;
    found.toggleAttribute("data-narrowed", is);
    settle(initiatives);
  };
  query.addEventListener("input", narrow);
  for (const facet of facets) facet.addEventListener("change", narrow);
  const reset = () => {
    query.value = "";
    for (const facet of facets) facet.value = "";
    narrow();
  };
  get("reset").addEventListener("click", reset);
  controls.addEventListener("submit", (event) => event.preventDefault());
  // A link to a row that is filtered away shows it.
  const arrive = () => {
    const row = get(decodeURIComponent(location.hash.slice(1)))?.closest("#list tr[hidden]");
    if (!row) return;
    reset();
    row.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  const value = (row, key) => {
    if (key === "title") return row.cells[1].textContent.trim();
    if (key === "matter") return row.dataset.matter;
    return key === "end" ? row.dataset.end : Number(row.dataset[key]);
  };
  for (const head of every("[data-sort]", list.tHead)) {
    const key = head.dataset.sort, sort = button("", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const each of every("[aria-sort]", list.tHead)) each.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const compare = (a, b) => {
        const one = value(a, key), two = value(b, key);
        const order = typeof one === "number" ? one - two : one.localeCompare(two, document.documentElement.lang);
        return down ? -order : order;
      };
      list.tBodies[0].append(...[...rows].sort(compare));
      settle(initiatives);
    });
    sort.append(head.firstChild);
    head.prepend(sort);
  }
})();
(() => {
  const near = get("near");
  if (!near) return;
  const said = near.dataset, told = near.firstChild, all = button(said.all, () => cut(""));
  const picks = () => pick.ariaPressed === "true";
  const pick = button(said.pick, () => pick.ariaPressed = !picks());
  pick.ariaPressed = false;
  all.hidden = true;
  near.append(" ", pick, " ", all);
  const boxes = every(".graph a"), arrows = every("[data-ends]");
  const name = (box) => box.href.baseVal.slice(3);
  const cut = (kept) => {
    const shown = new Set([kept]);
    for (const arrow of arrows) {
      const ends = arrow.dataset.ends.split(" "), is = !kept || ends.includes(kept);
      arrow.toggleAttribute("hidden", !is);
      if (is) for (const end of ends) shown.add(end);
    }
    for (const box of boxes) box.toggleAttribute("hidden", kept && !shown.has(name(box)));
    if (!kept) pick.ariaPressed = false;
    all.hidden = !kept;
    const title = () => boxes.find((box) => name(box) === kept).querySelector("title").textContent;
    told.textContent = !kept ? said.keys : said.some.replace("{title}", title)
      .replace("{shown}", shown.size).replace("{all}", new Set(boxes.map(name)).size);
  };
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  for (const region of every(".scroll.drawn")) {
    region.addEventListener("keydown", (event) => {
      const own = every("a:not([hidden])", region), at = own.find((box) => box === document.activeElement);
      if (event.key === "Escape") cut("");
      else if (event.key === " " && at) cut(name(at));
      else if (event.key in steps) {
        const [x, y] = steps[event.key], middle = (box) => {
          const { left, top, width, height } = box.getBoundingClientRect();
          return [left + width / 2, top + height / 2];
        };
        const from = at && middle(at);
        const far = (box) => {
          const [u, v] = middle(box), along = (u - from[0]) * x + (v - from[1]) * y;
          return along > 1 ? along + 3 * Math.abs((u - from[0]) * y + (v - from[1]) * x) : Infinity;
        };
        const next = at ? own.filter((box) => far(box) < Infinity).sort((a, b) => far(a) - far(b))[0] : own[0];
        if (next) next.focus();
      } else return;
      event.preventDefault();
    });
  }
  for (const box of boxes) {
    box.addEventListener("click", (event) => {
      if (!picks()) return;
      event.preventDefault();
      cut(name(box));
    });
    // The button of a card is a stop as its links are.
    const place = get(`i-${name(box)}`).querySelector(".sub");
    if (place.querySelector("button")) continue;
    const show = button(said.card, () => {
      cut(name(box));
      near.scrollIntoView();
      box.focus();
    });
    show.tabIndex = -1;
    place.append(" ", show);
  }
  near.hidden = false;
})();
