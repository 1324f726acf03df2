// What people decided about pairs, and what each decision costs.

function decisionsPage() {
  const pairLink = ([locks, h, r]) =>
    link(locks ? pairAddress(h, r) : whyNotAddress(h, r), text(locks ? "html-decision-lock" : "html-decision-forbid"));
  return [
    heading(1, text("html-nav-decisions")),
    paragraph(text("html-decisions-lead")),
    table({
      id: "decisions",
      caption: text("html-nav-decisions"), quiet: true,
      columns: [
        { head: text("html-head-decision"), value: ([locks]) => text(locks ? "html-decision-lock" : "html-decision-forbid"), cell: pairLink },
        { head: text("rep-head-helper"), value: ([, h]) => helperName(h), cell: ([, h]) => helperLink(h) },
        { head: text("rep-head-recipient"), value: ([, , r]) => recipientName(r), cell: ([, , r]) => recipientLink(r) },
        { head: text("html-head-why"), value: (row) => decisionWords(row[3]) },
      ],
      rows: DATA.decided,
    }),
    DATA.priced === null ? paragraph(text("html-decisions-unpriced"), "note") : storyOf(DATA.priced[language]),
  ];
}
