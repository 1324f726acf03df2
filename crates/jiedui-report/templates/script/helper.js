// The page of a helper.

function helperPage(h) {
  const entry = DATA.helpers[h];
  const pairs = pairsOfHelper[h];
  const impossible = DATA.recipients.filter((recipient, r) => candidateAt(h, r) && ruledOut(h, r)).length;
  return [
    heading(1, withCode("exp-helper-title", entry)),
    paragraph(text(isDivisible(entry.track) && DATA.amounts ? "exp-helper-lead-shared" : entry.idle
      ? withAmounts("exp-helper-lead-idle", "exp-helper-lead-idle-bare")
      : withAmounts("exp-helper-lead", "exp-helper-lead-bare"), {
      name: helperName(h), track: trackName(entry.track),
      budget: entry.budget === null ? text("exp-helper-no-budget") : withUnit(entry.budget, "wan"),
      given: withUnit(entry.given, "wan"), share: percent(effort(h)), pairs: entry.pairs, n: count(pairs.length),
    }), "lead"),
    isDivisible(entry.track) ? null : paragraph(text(impossible > 0 ? "exp-helper-quota-ruled-out" : "exp-helper-quota", {
      pairs: entry.pairs, quota: quotaWords(entry.min, entry.max), candidates: count(entry.candidates),
      ruledout: count(impossible),
    })),
    bullets(entry.facts.map(factWords)),
    !DATA.amounts || entry.supply.length === 0 ? null : table({
      id: "helper-supply",
      caption: text("html-supply-caption"),
      columns: [
        { head: text("exp-head-sector"), value: ([s]) => sectorName(s) },
        amountColumn("exp-head-supply", 1),
        amountColumn("exp-head-used", 2),
        { head: text("html-head-source"), value: (row) => factWords(row[3]) },
      ],
      rows: entry.supply,
    }),
    heading(2, text("html-pairs-of-helper")),
    pairs.length === 0 ? paragraph(text("exp-now-free")) : [
      pairTable("helper-pairs", pairs, "recipient"),
      map(pairs.map(linkOf), {
        title: text("html-map-title"), description: text("html-map-description", { n: count(pairs.length) }),
        focus: pairs.map((pair) => pair.r),
      }),
    ],
    heading(2, text("html-unformed-helper")),
    unformedTables(DATA.recipients.map((recipient, r) => [h, r]), "recipient"),
  ];
}
