// Stories that came written: headings, paragraphs, lists, tables.

function storyOf(parts) {
  return parts.map((part, index) => {
    switch (part.kind) {
      case "heading": return heading(3, part.text);
      case "paragraph": return paragraph(part.text);
      case "bullets": return bullets(part.items);
      default: return plainTable(part, parts.slice(0, index));
    }
  });
}

// A table as it is; the heading above it names it.
function plainTable(part, before) {
  const named = before.filter((other) => other.kind === "heading").pop();
  const cell = (content, place) => make("td", {
    role: "cell", class: part.heads[place].right ? "right" : null, "data-head": part.heads[place].text,
  }, content);
  return make("div", { class: "table-scroll" }, make("table", { role: "table" },
    make("caption", { class: "unseen" }, named ? named.text : text("html-solved-title")),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, part.heads.map((head) =>
      make("th", { scope: "col", role: "columnheader", class: head.right ? "right" : null }, head.text)))),
    make("tbody", { role: "rowgroup" }, part.rows.map((row) => make("tr", { role: "row" }, row.map(cell))))));
}
