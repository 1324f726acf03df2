// What-ifs beside the base; always base → what-if.

function comparisonPage() {
  return [
    heading(1, text("html-nav-compare")),
    paragraph(text("html-compare-lead")),
    DATA.comparison.map((other, index) => comparison(other, index)),
  ];
}

function comparison(other, index) {
  return make("section", {},
    heading(2, text("html-compare-title", { label: shortened(other.label) })),
    paragraph(text("html-compare-case", { title: shortened(other.title), year: other.year })),
    other.sameTiers ? null : paragraph(text("html-compare-other-tiers"), "note"),
    table({
      id: "compare-tiers-" + index,
      caption: text("html-compare-tiers"),
      columns: [
        { head: text("rep-head-priority"), right: true, value: (tier) => tier.priority },
        { head: text("rep-head-objective"), value: (tier) => tier[language].name },
        { head: text("html-base"), right: true, value: (tier) => tier[language].base ?? "–" },
        { head: text("html-what-if"), right: true, value: (tier) => tier[language].other ?? "–" },
        { head: text("html-what-if-proof"), value: (tier) => tier[language].proof ?? "–" },
      ],
      rows: other.tiers,
    }),
    table({
      id: "compare-measures-" + index,
      caption: text("html-compare-measures"),
      columns: [
        { head: text("rep-head-measure"), value: ([measure]) => measureName(measure) },
        { head: text("html-base"), right: true, value: ([measure]) => DATA.measures[measure].value, cell: ([measure]) => measureBesideChange(measure, DATA.measures[measure].value) },
        { head: text("html-what-if"), right: true, value: (row) => row[1], cell: ([measure, value]) => measureBesideChange(measure, value) },
        { head: text("html-compare-difference"), right: true, value: measureChange, cell: (row) => measureChangeWords(row) },
      ],
      rows: other.measures,
    }),
    heading(3, text("html-compare-pairs")),
    paragraph(text("html-compare-counts", {
      kept: count(other.kept), added: count(other.added.length), removed: count(other.removed.length), changed: count(other.changed.length),
    })),
    changesMap(other),
    changeTable("compare-added-" + index, "html-compare-added", other.added),
    changeTable("compare-removed-" + index, "html-compare-removed", other.removed),
    changeTable("compare-changed-" + index, "html-compare-changed", other.changed),
    changeTable("compare-shared-" + index, "html-compare-shared", other.shared),
    heading(3, text("html-compare-coverage")),
    coverageChanges(other.coverage, "compare-coverage-" + index));
}

const measureChange = ([measure, value]) =>
  (value === null || DATA.measures[measure].value === null ? null : value - DATA.measures[measure].value);

const measureBesideChange = (measure, value) =>
  (value !== null && DATA.measures[measure].unit === "share" ? percentOfTwoDecimals(value) : measureValue(measure, value));

// Base → what-if, with its sign; shares in points.
function measureChangeWords(row) {
  if (measureChange(row) === null) {
    return "–";
  }
  const { unit, value } = DATA.measures[row[0]];
  const change = changeBeside(value, row[1], unit);
  const key = unit === "share" ? "rep-unit-points" : UNITS[unit]?.[0];
  return key ? text(key, { n: change }) : change;
}

// More lines than this hide one another.
const MOST_CHANGES = 160;

function changesMap(other) {
  const links = [["gained", other.added], ["lost", other.removed]].flatMap(([kind, rows]) =>
    rows.filter((row) => row.h !== null && row.r !== null).map((row) => ({ h: row.h, r: row.r, track: row.track, kind })));
  if (links.length === 0 || links.length > MOST_CHANGES) {
    return null;
  }
  return [
    map(links, { title: text("html-map-title"), description: text("html-map-changes"), focus: links.map((link) => link.r) }),
    paragraph(text("html-map-changes"), "status"),
  ];
}

function changeTable(id, caption, rows) {
  const named = (place, name, address) => (place === null ? shortened(name) : link(address(place), shortened(name)));
  return rows.length === 0 ? null : table({
    id,
    caption: text(caption),
    columns: [
      { head: text("rep-head-helper"), value: (row) => row.helper, cell: (row) => named(row.h, row.helper, helperAddress) },
      { head: text("rep-head-recipient"), value: (row) => row.recipient, cell: (row) => named(row.r, row.recipient, recipientAddress) },
      { head: text("rep-head-track"), value: (row) => trackName(row.track) },
      moneyColumn("html-base-wan", (row) => row.before),
      moneyColumn("html-what-if-wan", (row) => row.after),
    ],
    rows,
  });
}

function coverageChanges(rows, id) {
  const change = (row) => (row.before === null || row.after === null ? null : row.after - row.before);
  const signed = (row) => (change(row) === null ? "–" : changeBeside(row.before, row.after, "share"));
  return table({
    id,
    caption: text("html-compare-coverage"), quiet: true,
    columns: [
      { head: text("rep-head-recipient"), value: (row) => row.recipient, cell: (row) => (row.r === null ? shortened(row.recipient) : recipientLink(row.r)) },
      { head: text("html-base"), right: true, value: (row) => row.before, cell: (row) => percentOfTwoDecimals(row.before) },
      { head: text("html-what-if"), right: true, value: (row) => row.after, cell: (row) => percentOfTwoDecimals(row.after) },
      { head: text("html-compare-points"), right: true, value: change, cell: signed },
    ],
    rows,
  });
}
