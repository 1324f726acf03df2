// Coverage of every recipient, and what tracks and helpers give of their means.

let loadTrack = 0;

function loadPage() {
  const holder = make("div", {});
  const id = identifier("load-track");
  const refresh = () => holder.replaceChildren(helperChart(loadTrack));
  const page = [
    heading(1, text("html-nav-load")),
    coverageChart(0),
    heading(2, text("html-load-tracks")),
    trackChart(),
    heading(2, text("html-load-helpers")),
    make("div", { class: "controls" },
      make("label", { for: id }, text("rep-head-track")),
      make("select", { id, on: { change: (event) => { loadTrack = Number(event.target.value); refresh(); } } },
        trackChoices().map(([index, name]) => make("option", { value: index, selected: index === loadTrack }, name)))),
    holder,
  ];
  refresh();
  return page;
}

function trackChart() {
  const values = DATA.tracks.map((track) => track.value);
  return barChart({
    title: text("html-load-tracks"),
    description: text("html-load-tracks-description", { total: withUnit(values.reduce((sum, value) => sum + value, 0), "wan") }),
    heads: [text("rep-head-track"), text("rep-head-value")],
    most: Math.max(0, ...values),
    rows: DATA.tracks.map((track, index) => ({ label: trackName(index), value: track.value, words: money(track.value) })),
  });
}

function helperChart(track) {
  const helpers = DATA.helpers.map((entry, h) => h).filter((h) => DATA.helpers[h].track === track);
  const rows = helpers
    .map((h) => ({ label: helperName(h), value: effort(h), words: percent(effort(h)), href: helperAddress(h) }))
    .sort((a, b) => order(a.value, b.value, -1));
  return barChart({
    title: text("html-load-helpers-title", { track: DATA.tracks.length === 0 ? "–" : trackName(track) }),
    description: text("html-load-helpers-description", {
      n: count(helpers.length), idle: count(helpers.filter((h) => DATA.helpers[h].idle).length),
    }),
    heads: [text("rep-head-helper"), text("rep-head-effort")],
    most: 1,
    rows,
  });
}
