// Seats of counties and lines between them. A track has its colour and its dashes, so that no one
// needs to tell colours apart. Sizes are in pixels of the screen, whatever the size of the drawing.

const COLOURS = ["#b3261e", "#1f5fa8", "#2e7d32", "#8a5a00", "#7b3fa0", "#00707a", "#5d4037", "#455a64"];
const DASHES = ["", "7 3", "2 3", "10 3 2 3", "5 5", "1 4", "12 4", "4 2 1 2"];

// A map with no more lines names the helpers, too.
const NAMED_LINKS = 16;
// What becomes of a pair in a chain of changes.
const KINDS = [["wanted", "html-map-kind-wanted"], ["gained", "html-map-kind-gained"], ["lost", "html-map-kind-lost"]];

const trackColour = (track) => COLOURS[track % COLOURS.length];
const trackDash = (track, unit) => DASHES[track % DASHES.length].split(" ").filter(Boolean).map((part) => part * unit).join(" ");

// links: h, r, track, and kind: "formed", "wanted" (a pair asked about), "gained", "lost" (a chain of
// changes). options: title, description, focus (recipients set apart), labels.
function map(links, options) {
  const unit = DATA.map.width / Math.min(roomFor(), 920);
  const [title, description] = [identifier("map-title"), identifier("map-desc")];
  const taken = seatBoxes(links, unit);
  const drawing = draw("svg", {
    class: "map", viewBox: `0 0 ${DATA.map.width} ${DATA.map.height}`, role: "group",
    "aria-labelledby": title + " " + description,
  },
    draw("title", { id: title }, options.title),
    draw("desc", { id: description }, options.description),
    DATA.map.boundaries ? draw("path", { d: DATA.map.boundaries, class: "boundaries", "stroke-width": 0.7 * unit }) : null,
    draw("g", { "aria-hidden": "true" }, links.map((entry) => line(entry, unit))),
    draw("g", { "aria-hidden": "true" }, helperSeats(links, unit)),
    recipientSeats(options.focus || null, unit, taken),
    links.length > NAMED_LINKS ? null : draw("g", { "aria-hidden": "true" }, helperNames(links, unit, taken)));
  return [make("div", { class: "map-block" }, drawing), options.legend === false ? null : legend(links)];
}

// Which line is which: the tracks that are drawn, and the kinds of a chain.
function legend(links) {
  const tracks = Array.from(new Set(links.filter((entry) => entry.kind === "formed").map((entry) => entry.track)));
  const kinds = KINDS.filter(([kind]) => links.some((entry) => entry.kind === kind));
  return make("ul", { class: "legend" },
    kinds.map(([kind, words]) => make("li", {}, kindSwatch(kind), text(words))),
    tracks.sort((a, b) => a - b).map((track) => make("li", {}, swatch(track), trackName(track))));
}

function kindSwatch(kind) {
  return draw("svg", { class: "swatch", viewBox: "0 0 30 10", "aria-hidden": "true" },
    draw("line", { x1: 0, y1: 5, x2: 30, y2: 5, class: "kind-line " + kind, "stroke-width": 2.5 }));
}

function swatch(track) {
  return draw("svg", { class: "swatch", viewBox: "0 0 30 10", "aria-hidden": "true" },
    draw("line", { x1: 0, y1: 5, x2: 30, y2: 5, stroke: trackColour(track), "stroke-width": 2.5, "stroke-dasharray": trackDash(track, 1) }));
}

function line(entry, unit) {
  const from = DATA.map.helpers[entry.h];
  const to = DATA.map.recipients[entry.r];
  if (!from || !to) {
    return null;
  }
  // Lines between the same seats bend apart by their track, and those of a chain by what becomes of them.
  const aside = { wanted: -0.09, gained: 0.06, lost: -0.03 }[entry.kind] || 0;
  const bend = (entry.track - DATA.tracks.length / 2) * 0.035 + aside;
  const middle = [(from[0] + to[0]) / 2 - (to[1] - from[1]) * bend, (from[1] + to[1]) / 2 + (to[0] - from[0]) * bend];
  const formed = entry.kind === "formed" || entry.kind === undefined;
  return draw("path", {
    d: `M${from[0]} ${from[1]}Q${middle[0].toFixed(1)} ${middle[1].toFixed(1)} ${to[0]} ${to[1]}`,
    class: "pair-line " + (entry.kind || "formed"),
    "data-track": entry.track,
    stroke: formed ? trackColour(entry.track) : null,
    "stroke-width": (formed ? 1.3 : 2.6) * unit,
    "stroke-dasharray": formed ? trackDash(entry.track, unit) : null,
  }, draw("title", {}, text("html-map-line", {
    helper: helperName(entry.h), recipient: recipientName(entry.r), track: trackName(entry.track),
  })));
}

function helperSeats(links, unit) {
  const seats = new Map();
  for (const entry of links) {
    const seat = DATA.map.helpers[entry.h];
    if (seat) {
      seats.set(seat.join(" "), seat);
    }
  }
  return Array.from(seats.values(), ([x, y]) =>
    draw("rect", { x: x - 2.5 * unit, y: y - 2.5 * unit, width: 5 * unit, height: 5 * unit, class: "seat-helper" }));
}

// Where seats stand, so that no name is written over one.
function seatBoxes(links, unit) {
  const seats = DATA.map.recipients.concat(links.map((entry) => DATA.map.helpers[entry.h])).filter(Boolean);
  return seats.map(([x, y]) => [x - 4 * unit, y - 4 * unit, x + 4 * unit, y + 4 * unit]);
}

// The names of helpers, where there are few: one a seat, the others of that seat are counted.
function helperNames(links, unit, taken) {
  const size = 12 * unit;
  const named = new Map();
  for (const entry of links) {
    const seat = DATA.map.helpers[entry.h];
    if (seat) {
      const key = seat.join(" ");
      const found = named.get(key) || { seat, helpers: new Set() };
      found.helpers.add(entry.h);
      named.set(key, found);
    }
  }
  return Array.from(named.values(), ({ seat, helpers }) => {
    const [first, ...others] = helpers;
    const name = others.length === 0 ? helperName(first)
      : text("html-map-helper-more", { helper: helperName(first), n: count(others.length) });
    const shown = fitted(name, 190);
    const place = labelPlace(seat, shown, size, unit, taken);
    return place === null ? null
      : draw("text", { x: place[0], y: place[1], "font-size": size, "stroke-width": 3 * unit, class: "seat-label helper-label" }, shown);
  });
}

function recipientSeats(focus, unit, taken) {
  const size = 12 * unit;
  return DATA.recipients.map((entry, r) => {
    const seat = DATA.map.recipients[r];
    if (!seat) {
      return null;
    }
    const set = focus === null || focus.includes(r);
    const name = recipientName(r);
    const label = set ? labelPlace(seat, name, size, unit, taken) : null;
    return draw("a", { href: recipientAddress(r), class: set ? "seat" : "seat aside", "aria-label": seatWords(r) },
      draw("title", {}, seatWords(r)),
      draw("circle", { cx: seat[0], cy: seat[1], r: 9 * unit, class: "seat-touch" }),
      draw("circle", { cx: seat[0], cy: seat[1], r: 4 * unit, class: "seat-recipient", "stroke-width": unit }),
      label ? draw("text", { x: label[0], y: label[1], "font-size": size, "stroke-width": 3 * unit, class: "seat-label" }, name) : null);
  });
}

function seatWords(r) {
  const entry = DATA.recipients[r];
  return text("html-map-seat", { name: recipientName(r), coverage: percent(entry.coverage), pairs: formedAt(r) });
}

// Right, left, above or below the seat, where nothing stands yet; else no label.
function labelPlace([x, y], name, size, unit, taken) {
  const width = Array.from(name).reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e7f ? size : size * 0.6), 0);
  const gap = 6 * unit;
  for (const [left, top] of [[x + gap, y - size / 2], [x - gap - width, y - size / 2], [x - width / 2, y - gap - size], [x - width / 2, y + gap]]) {
    const box = [left, top, left + width, top + size];
    const inside = left >= 0 && top >= 0 && box[2] <= DATA.map.width && box[3] <= DATA.map.height;
    if (inside && !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) {
      taken.push(box);
      return [left, top + size * 0.85];
    }
  }
  return null;
}

const linkOf = (pair) => ({ h: pair.h, r: pair.r, track: trackOf(pair), kind: "formed" });

let mapChoice = null;

// The page of the map: tracks to switch on and off, one recipient or all.
function mapPage() {
  if (mapChoice === null) {
    mapChoice = { tracks: new Set(DATA.tracks.length > 0 ? [0] : []), recipient: "" };
  }
  const holder = make("div", {});
  const refresh = () => {
    const chosen = mapChoice.recipient === "" ? null : Number(mapChoice.recipient);
    const pairs = DATA.pairs.filter((pair) =>
      mapChoice.tracks.has(trackOf(pair)) && (chosen === null || pair.r === chosen));
    holder.replaceChildren(
      map(pairs.map(linkOf), {
        title: text("html-map-title"),
        description: text("html-map-description", { n: count(pairs.length) }),
        focus: chosen === null ? null : [chosen],
        legend: false,
      })[0],
      paragraph(text("html-map-description", { n: count(pairs.length) }), "status"));
  };
  const boxes = DATA.tracks.map((track, index) => trackBox(index, refresh));
  const choose = identifier("map-recipient");
  const all = (on) => () => {
    boxes.forEach((box, index) => {
      box.querySelector("input").checked = on;
      if (on) { mapChoice.tracks.add(index); } else { mapChoice.tracks.delete(index); }
    });
    refresh();
  };
  refresh();
  return [
    heading(1, text("html-nav-map")),
    paragraph(text("html-map-lead")),
    make("fieldset", { class: "tracks" },
      make("legend", {}, text("html-map-tracks")),
      boxes,
      make("button", { type: "button", on: { click: all(true) } }, text("html-map-all")),
      make("button", { type: "button", on: { click: all(false) } }, text("html-map-none"))),
    make("div", { class: "controls" },
      make("label", { for: choose }, text("html-map-only")),
      make("select", { id: choose, on: { change: (event) => { mapChoice.recipient = event.target.value; refresh(); } } },
        make("option", { value: "" }, text("html-all-recipients")),
        DATA.recipients.map((entry, r) =>
          make("option", { value: r, selected: mapChoice.recipient === String(r) }, recipientName(r))))),
    holder,
    DATA.map.boundaries ? null : paragraph(text("html-map-no-boundaries"), "note"),
  ];
}

function trackBox(index, refresh) {
  const change = (event) => {
    if (event.target.checked) { mapChoice.tracks.add(index); } else { mapChoice.tracks.delete(index); }
    refresh();
  };
  return make("label", { class: "track" },
    make("input", { type: "checkbox", checked: mapChoice.tracks.has(index), value: index, on: { change } }),
    swatch(index),
    text("html-map-track", { track: trackName(index), n: count(DATA.tracks[index].pairs) }));
}
