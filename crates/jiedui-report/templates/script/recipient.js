// The page of a recipient.

function recipientPage(r) {
  const entry = DATA.recipients[r];
  const pairs = pairsOfRecipient[r];
  return [
    heading(1, withCode("exp-recipient-title", entry)),
    paragraph(text(entry.need > 0 ? (formsPairs() ? "exp-recipient-lead" : "exp-recipient-lead-shared")
      : withAmounts("exp-recipient-lead-no-needs", "exp-recipient-lead-bare"), {
      place: text(entry.apart || entry.prefecture === "" ? "exp-recipient-place-known" : "exp-recipient-place", {
        name: recipientName(r), prefecture: entry.prefecture, class: entry.class,
      }),
      coverage: entry.coverage === null ? text("rep-undefined") : percent(entry.coverage),
      pairs: formedAt(r), given: withUnit(entry.given, "wan"), need: withUnit(entry.need, "wan"),
    }), "lead"),
    entry.sectors.length === 0 ? null : table({
      id: "recipient-sectors",
      caption: text("html-needs-caption"),
      columns: [
        { head: text("exp-head-sector"), value: ([s]) => sectorName(s) },
        amountColumn("exp-head-need", 1),
        amountColumn("exp-head-given", 2),
        amountColumn("exp-head-unmet", 3),
        { head: text("exp-head-met"), right: true, value: met, cell: (row) => percent(met(row)) },
        { head: text("html-head-source"), value: (row) => factWords(row[4]) },
      ],
      rows: entry.sectors,
    }),
    heading(2, text("html-pairs-of-recipient")),
    pairTable("recipient-pairs", pairs, "helper"),
    map(pairs.map(linkOf), {
      title: text("html-map-title"), description: text("html-map-description", { n: count(pairs.length) }), focus: [r],
    }),
    heading(2, text("html-quotas")),
    table({
      id: "recipient-tracks",
      caption: text("html-quotas"), quiet: true,
      columns: [
        { head: text("exp-head-track"), value: ([t]) => trackName(t) },
        { head: text("exp-head-pairs"), right: true, value: (row) => row[1], cell: ([t, formed]) => (isDivisible(t) ? "–" : formed) },
        {
          head: text("exp-head-quota"), right: true, value: (row) => row[2],
          cell: ([t, , min, max]) => (isDivisible(t) ? text("exp-status-divisible") : quotaWords(min, max)),
        },
        { head: text("exp-head-candidates"), right: true, value: (row) => row[4] },
      ],
      rows: entry.tracks,
    }),
    heading(2, text("html-unformed-recipient")),
    unformedTables(DATA.helpers.map((helper, h) => [h, r]), "helper"),
  ];
}

const isDivisible = (t) => DATA.tracks[t].divisible;
const formsPairs = () => DATA.tracks.some((track) => !track.divisible);
const met = ([, need, given]) => (need > 0 ? given / need : null);

function amountColumn(key, place) {
  return { head: text(key), right: true, value: (row) => row[place], cell: (row) => sectorAmount(row[0], row[place]) };
}
