// Every pair that a rule excludes, and how many each rule excludes.

function excludedPage() {
  const rows = [];
  const counts = new Map();
  outside().excluded.forEach((list, h) => {
    for (const [r, reasons] of list) {
      rows.push([h, r, reasons]);
      for (const rule of new Set(reasons.map((reason) => reason.rule))) {
        counts.set(rule, (counts.get(rule) || 0) + 1);
      }
    }
  });
  const ruleName = (rule) => exclusionName({ rule });
  const rules = Array.from(counts).sort((a, b) => b[1] - a[1]);
  return [
    heading(1, text("html-nav-excluded")),
    paragraph(text("rep-excluded-lead", { excluded: count(rows.length), candidates: count(outside().count) })),
    rules.length === 0 ? null : table({
      id: "rules",
      caption: text("html-excluded-rules"),
      columns: [
        { head: text("rep-head-why"), value: ([rule]) => ruleName(rule) },
        { head: text("rep-head-combinations"), right: true, value: (row) => row[1], cell: (row) => count(row[1]) },
      ],
      rows: rules,
    }),
    rows.length === 0 ? null : table({
      id: "excluded",
      caption: text("html-nav-excluded"),
      filters: [{ label: text("rep-head-track"), all: text("html-all"), choices: trackChoices(), of: ([h]) => DATA.helpers[h].track }],
      columns: [
        { head: text("rep-head-helper"), value: ([h]) => helperName(h), cell: ([h]) => helperLink(h) },
        { head: text("rep-head-recipient"), value: ([, r]) => recipientName(r), cell: ([, r]) => recipientLink(r) },
        { head: text("exp-head-reasons"), value: (row) => reasonsWords(row[2]) },
      ],
      rows,
    }),
  ];
}
