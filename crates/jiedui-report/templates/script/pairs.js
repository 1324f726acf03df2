// All pairs of the plan, and last year's that end.

// `side` names the party that the table is about: "helper", "recipient", or both where it is null.
function pairTable(id, pairs, side) {
  const why = (pair) => link(pairAddress(pair.h, pair.r), text("html-why"));
  return table({
    id,
    caption: text("html-pairs-caption"), quiet: true,
    filters: pairs.length < 20 ? undefined : [
      { label: text("rep-head-track"), all: text("html-all"), choices: trackChoices(), of: trackOf },
      {
        label: text("html-head-status"), all: text("html-all"),
        choices: [["kept", text("rep-head-kept")], ["new", text("rep-head-new")]],
        of: (pair) => (pair.since === null ? "new" : "kept"),
      },
    ],
    columns: [
      side === "recipient" ? null : { head: text("rep-head-helper"), value: (pair) => helperName(pair.h), cell: (pair) => helperLink(pair.h) },
      side === "helper" ? null : { head: text("rep-head-recipient"), value: (pair) => recipientName(pair.r), cell: (pair) => recipientLink(pair.r) },
      { head: text("rep-head-track"), value: (pair) => trackName(trackOf(pair)) },
      { head: text("html-head-status"), value: statusWords },
      { head: text("html-head-help"), amounts: true, value: (pair) => helpWords(pair.help) },
      moneyColumn("rep-head-value", (pair) => pair.value),
      { head: text("exp-head-km"), right: true, value: (pair) => pair.km, cell: (pair) => kilometres(pair.km) },
      { head: text("exp-head-fit"), right: true, value: (pair) => pair.fit, cell: (pair) => fitness(pair.fit) },
      { head: text("rep-head-why"), value: () => "", cell: why, unsorted: true },
    ],
    rows: pairs,
  });
}

// The rules that exclude a pair of last year, or that none does.
function whyEnded(h, r) {
  const excluded = exclusionAt(h, r);
  return excluded ? text("rep-ended-excluded", { reasons: reasonsWords(excluded[1]) }) : text("rep-ended-not-chosen");
}

function pairsPage() {
  return [
    heading(1, text("html-nav-pairs")),
    pairTable("pairs", DATA.pairs, null),
    heading(2, text("html-ended")),
    DATA.ended.length === 0 ? paragraph(text("rep-ended-none")) : table({
      id: "ended",
      caption: text("html-ended"), quiet: true,
      columns: [
        { head: text("rep-head-helper"), value: ([h]) => helperName(h), cell: ([h]) => helperLink(h) },
        { head: text("rep-head-recipient"), value: ([, r]) => recipientName(r), cell: ([, r]) => recipientLink(r) },
        { head: text("rep-head-track"), value: ([, , t]) => trackName(t) },
        { head: text("rep-head-since"), right: true, value: ([, , , since]) => since },
        {
          head: text("rep-head-why"),
          value: ([h, r]) => whyEnded(h, r),
          cell: ([h, r]) => link(whyNotAddress(h, r), whyEnded(h, r)),
        },
      ],
      rows: DATA.ended,
    }),
  ];
}
