// One fact as one sentence, with the same texts as the other reports.

function statusWords(pair) {
  if (pair.divisible) {
    return text("exp-status-divisible");
  }
  if (pair.since !== null) {
    return text(pair.locked ? "exp-status-kept-locked" : "exp-status-kept", { since: pair.since });
  }
  return text(pair.locked ? "exp-status-new-locked" : "exp-status-new");
}

function helpWords(help) {
  if (help.length === 0) {
    return text("exp-help-none");
  }
  return listed(
    help.map(([sector, amount]) =>
      text("exp-help-of", { sector: sectorName(sector), amount: sectorAmount(sector, amount) })));
}

function pairLine(pair) {
  return text(withAmounts("exp-pair-line", "exp-pair-line-bare"), {
    helper: helperName(pair.h),
    recipient: recipientName(pair.r),
    track: trackName(trackOf(pair)),
    status: statusWords(pair),
    value: withUnit(pair.value, "wan"),
    distance: distanceWords(pair.km),
    fit: pair.fit === null ? text("rep-unknown") : fitness(pair.fit),
  });
}

function distanceWords(km) {
  return km === null ? text("rep-unknown") : withUnit(km, "km");
}

// What a helper does in the plan.
function nowWords(h) {
  const pairs = pairsOfHelper[h];
  if (pairs.length === 0) {
    return text("exp-now-free");
  }
  return listed(
    pairs.map((pair) =>
      text(withAmounts("exp-now-helps", "exp-now-helps-bare"), {
        recipient: recipientName(pair.r), value: withUnit(pair.value, "wan"),
      })));
}

function quotaWords(min, max) {
  if (max === null) {
    return min === 0 ? text("exp-quota-free") : text("exp-quota-at-least", { min });
  }
  return min === max ? text("exp-quota-exactly", { n: min }) : text("exp-quota-between", { min, max });
}

function clauseWords(clauses) {
  const numbers = clauses.map((clause) => text("exp-clause-number", { clause }));
  if (numbers.length === 0) {
    return "";
  }
  return text(numbers.length === 1 ? "exp-clause" : "exp-clauses", { clauses: listed(numbers) });
}

function decisionWords(decision) {
  return text("exp-decision", {
    reason: decision.reason,
    clause: decision.clause || "–",
    author: decision.author || "–",
    date: decision.date || "–",
    file: decision.file,
    row: decision.row,
  });
}

const LIMITS = {
  sector_supply: "exp-limit-sector-supply",
  budget: "exp-limit-budget",
  need_met: "exp-limit-need-met",
  minimum_support: "exp-limit-minimum-support",
  effort_floor: "exp-limit-effort-floor",
  recipient_quota_max: "exp-limit-recipient-quota-max",
  recipient_quota_min: "exp-limit-recipient-quota-min",
  helper_quota_max: "exp-limit-helper-quota-max",
  helper_quota_min: "exp-limit-helper-quota-min",
  helper_load: "exp-limit-helper-load",
  distance: "exp-limit-distance",
  changes: "exp-limit-changes",
  tenure: "exp-limit-tenure",
  locked: "exp-limit-locked",
};

function limitWords(pair, [kind, , sector, used, limit, unit]) {
  const figure = (value) => (value === null ? text("rep-undefined") : withUnit(value, word(unit)));
  return text(LIMITS[word(kind)], {
    helper: helperName(pair.h),
    recipient: recipientName(pair.r),
    sector: sector === null ? "" : sectorName(sector),
    used: figure(used),
    limit: figure(limit),
    decision: pair.locked ? decisionWords(pair.locked) : "",
  });
}

// Rule → name, sentence, unit of its figures.
const EXCLUSIONS = {
  forbidden: ["exp-excluded-name-forbidden", "exp-excluded-forbidden"],
  beyond_distance: ["exp-excluded-name-beyond-distance", "exp-excluded-beyond-distance", "km"],
  distance_unknown: ["exp-excluded-name-distance-unknown", "exp-excluded-distance-unknown", "km"],
  no_common_sector: ["exp-excluded-name-no-common-sector", "exp-excluded-no-common-sector"],
  hardship_gap: ["exp-excluded-name-hardship-gap", "exp-excluded-hardship-gap", "steps"],
  same_place: ["exp-excluded-name-same-place", "exp-excluded-same-place"],
  minimum_support_unreachable: ["exp-excluded-name-minimum-support", "exp-excluded-minimum-support", "wan"],
  effort_floor_unreachable: ["exp-excluded-name-effort-floor", "exp-excluded-effort-floor", "wan"],
  recipient_quota_zero: ["exp-excluded-name-recipient-quota-zero", "exp-excluded-recipient-quota-zero"],
  helper_quota_zero: ["exp-excluded-name-helper-quota-zero", "exp-excluded-helper-quota-zero"],
  load_too_large: ["exp-excluded-name-load-too-large", "exp-excluded-load-too-large", "load"],
};

const exclusionName = (reason) => text(EXCLUSIONS[reason.rule][0]);

function exclusionWords(reason) {
  const [, key, unit] = EXCLUSIONS[reason.rule];
  const figure = (value) => (value === undefined ? "" : withUnit(value, unit));
  return text(key, {
    value: figure(reason.value),
    limit: figure(reason.limit),
    decision: reason.decision ? decisionWords(reason.decision) : "",
  });
}

const reasonsWords = (reasons) => reasons.map(exclusionWords).join(text("exp-reason-separator"));

const FACTS = {
  need: "exp-fact-need",
  supply: "exp-fact-supply",
  budget: "exp-fact-budget",
  revenue: "exp-fact-revenue",
  pair_fact: "exp-fact-pair",
  history: "exp-fact-history",
  decision: "exp-fact-decision",
  quota: "exp-fact-quota",
  helper_limit: "exp-fact-helper-limit",
};

const BASES = {
  published: "rep-basis-published",
  estimated: "rep-basis-estimated",
  illustrative: "rep-basis-illustrative",
};

const basisName = (basis) => text(BASES[word(basis)] || "rep-basis-unstated");

function factWords([kind, sector, file, row, basis, source]) {
  const name = text(FACTS[word(kind)]);
  const what = sector === null ? name : text("exp-fact-of-sector", { kind: name, sector: sectorName(sector) });
  return text(source === null ? "exp-fact-line" : "exp-fact-line-source", {
    what, file: word(file), row, basis: basisName(basis), source: word(source),
  });
}

const MEASURES = {
  coverage_floor: "rep-measure-coverage-floor",
  coverage: "rep-measure-coverage",
  equity: "rep-measure-equity",
  fit: "rep-measure-fit",
  fit_floor: "rep-measure-fit-floor",
  distance: "rep-measure-distance",
  flow_distance: "rep-measure-flow-distance",
  continuity: "rep-measure-continuity",
  hardship: "rep-measure-hardship",
  effort_balance: "rep-measure-effort-balance",
  pairs: "rep-measure-pairs",
};

const measureName = (measure) => text(MEASURES[DATA.measures[measure].code]);

function measureValue(measure, value) {
  return value === null ? text("rep-undefined") : withUnit(value, DATA.measures[measure].unit);
}
