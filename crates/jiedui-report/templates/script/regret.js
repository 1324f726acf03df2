// What forming a candidate would cost, or doing without a pair of the plan, and who would move.

const LOSSES = {
  impossible: "rep-loss-impossible",
  indispensable: "rep-loss-indispensable",
  demanded: "rep-loss-demanded",
  demanded_locked: "rep-loss-demanded-locked",
  demanded_tenure: "rep-loss-demanded-tenure",
  none: "rep-loss-none",
  better: "rep-loss-better",
  exact: "rep-loss-exact",
  between: "rep-loss-between",
  at_most: "rep-loss-at-most",
  unsettled: "rep-loss-unsettled",
  apart: "rep-loss-apart",
  at_least: "rep-loss-at-least",
  unknown: "rep-loss-unknown",
};

// Units in which a loss may be told; the data names them by their place.
const LOSS_UNITS = ["rep-unit-points", "rep-unit-km", "rep-unit-wan", "rep-unit-person", "rep-unit-steps",
  "rep-unit-step-persons", "rep-unit-years", "rep-unit-pairs", "rep-unit-wan-km", "rep-unit-load"];

function sizeWords([, number, unit]) {
  const key = unit === null ? undefined : LOSS_UNITS.find((known) => known === outside().units[unit]);
  return key ? text(key, { n: number }) : number;
}

function lossWords([, kind, least, most]) {
  const tier = (size) => (size ? DATA.tiers[size[0]][language] : "");
  return text(LOSSES[kind], {
    tier: tier(most || least), other: tier(least),
    least: least ? sizeWords(least) : "", most: most ? sizeWords(most) : "",
  });
}

function moveWords([helper, from, to]) {
  const names = { helper: helperName(helper), from: from === null ? "" : recipientName(from), to: to === null ? "" : recipientName(to) };
  if (from === null) {
    return text("rep-move-in", names);
  }
  return text(to === null ? "rep-move-out" : "rep-move", names);
}

// The cost of a pair as a section; nothing where the dossier knows none.
function regretSection(h, r, formed) {
  const row = regretAt(h, r);
  if (row === null) {
    return null;
  }
  const moves = row[4];
  return [
    heading(2, text(formed ? "html-regret-without" : "html-regret-with")),
    paragraph(text("html-regret-cost", { cost: lossWords(row) }), "lead"),
    moves.length === 0 ? null : [
      paragraph(text("html-regret-moves")),
      make("ol", { class: "moves" }, moves.map((one) => make("li", {}, moveWords(one)))),
      chainMap(moves, h, r, !formed),
    ],
    paragraph(text("html-regret-reading"), "note"),
  ];
}
