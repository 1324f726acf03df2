// Bars, drawn to the width at hand, with their figures as a table for those who do not see them.

const BAR = 22;

function roomFor() {
  return Math.max(280, Math.min(920, document.getElementById("main").clientWidth - 32));
}

// options: title, description, most (the value of a full bar), heads of the table, and
// rows: label, value, words, href, part (a smaller value drawn darker within), mark.
function barChart(options) {
  const width = roomFor();
  const label = width < 500 ? 100 : 210;
  const figure = width < 500 ? 66 : 130;
  const room = width - label - figure;
  const height = options.rows.length * BAR + 4;
  const [title, description] = [identifier("chart-title"), identifier("chart-desc")];
  const length = (value) => Math.max(0, Math.min(1, options.most > 0 ? value / options.most : 0)) * room;
  const drawing = draw("svg", {
    class: "chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": title + " " + description,
  },
    draw("title", { id: title }, options.title),
    draw("desc", { id: description }, options.description),
    options.rows.map((row, index) => {
      const top = index * BAR + 2;
      const name = draw("text", { x: label - 6, y: top + BAR / 2, class: "label" }, fitted(row.label, label - 8));
      return [
        name,
        draw("rect", { x: label, y: top + 3, width: room, height: BAR - 8, class: "bar-room" }),
        row.value === null ? null : draw("rect", {
          x: label, y: top + 3, width: length(row.value), height: BAR - 8, class: row.mark ? "bar marked" : "bar",
        }),
        draw("text", { x: label + room + 6, y: top + BAR / 2, class: "figure" }, row.words),
      ];
    }));
  return make("figure", { class: "chart-block" },
    make("figcaption", {}, options.title),
    drawing,
    make("details", {},
      make("summary", {}, text("html-chart-table")),
      table({
        id: identifier("chart-table"),
        caption: options.title,
        columns: [
          { head: options.heads[0], value: (row) => row.label, cell: (row) => (row.href ? link(row.href, row.label) : row.label) },
          { head: options.heads[1], right: true, value: (row) => row.value, cell: (row) => row.words },
        ],
        rows: options.rows,
      })));
}

// How much of a label there is room for; a Chinese character is about as wide as it is high.
function fitted(label, room) {
  let used = 0;
  let kept = "";
  for (const character of label) {
    used += character.codePointAt(0) > 0x2e7f ? 13 : 7.4;
    if (used > room) {
      return kept.slice(0, -1) + "…";
    }
    kept += character;
  }
  return kept;
}
