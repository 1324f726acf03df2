// Why a pair: what it carries, how it compares, what it adds, what holds it where it is.

const DISTANCE_ORIGINS = {
  given: "exp-distance-given", roads: "exp-distance-roads", great_circle: "exp-distance-great-circle",
};
const FIT_ORIGINS = { given: "exp-fit-given", supply_need: "exp-fit-supply-need", industry: "exp-fit-industry" };
const CRITERIA = {
  fit: "exp-criterion-fit",
  distance: "exp-criterion-distance",
  coverage_added: "exp-criterion-coverage-added",
  hardship_steps: "exp-criterion-hardship-steps",
  continuity: "exp-criterion-continuity",
  capacity: "exp-criterion-capacity",
};
const NOTES = {
  additive: "exp-contribution-additive",
  binding: "exp-contribution-binding",
  without_pair: "exp-contribution-without-pair",
  other_recipient_binds: "exp-contribution-other-recipient",
  other_helper_binds: "exp-contribution-other-helper",
};

function pairPage(pair) {
  return [
    heading(1, sentence("exp-pair-title", {
      helper: helperLink(pair.h), recipient: recipientLink(pair.r), track: trackName(trackOf(pair)),
    })),
    bullets(pairFacts(pair)),
    heading(2, text("html-criteria")),
    criteriaTable(pair),
    heading(2, text("html-limits")),
    pair.limits.length === 0 ? paragraph(text("html-limits-none")) : [
      paragraph(text("exp-limits-lead")), bullets(pair.limits.map((limit) => limitWords(pair, limit))),
    ],
    heading(2, text("html-alternatives")),
    alternatives(pair),
    solvedAnswer(pair.h, pair.r),
    isSettled(pair.h, pair.r) ? null : regretSection(pair.h, pair.r, true),
    heading(2, text("html-contributions")),
    contributionTable(pair),
    heading(2, text("html-facts")),
    basisWords(pair),
    bullets(pair.facts.map(factWords)),
    map([linkOf(pair)], {
      title: text("html-map-title"), description: text("html-map-description", { n: "1" }), focus: [pair.r],
    }),
  ];
}

function pairFacts(pair) {
  return [
    text("exp-pair-status", { status: statusWords(pair) }),
    !DATA.amounts ? null : text("exp-pair-help", { help: helpWords(pair.help), value: withUnit(pair.value, "wan") }),
    pair.means ? meansWords(pair) : null,
    text("exp-pair-distance", {
      distance: distanceWords(pair.km), origin: text(DISTANCE_ORIGINS[word(pair.kmOrigin)] || "exp-distance-unknown"),
    }),
    text("exp-pair-fit", { fit: fitness(pair.fit), origin: text(FIT_ORIGINS[word(pair.fitOrigin)] || "exp-fit-unknown") }),
    pair.clauses.length === 0 ? null : text("exp-pair-clauses", { clauses: clauseWords(pair.clauses.map(word)) }),
    pair.locked ? text("exp-pair-locked", { decision: decisionWords(pair.locked) }) : null,
  ].filter(Boolean);
}

// What the pair takes of its helper's means, what others take, and what is left.
function meansWords(pair) {
  const { budget, given, own, elsewhere, others, left } = pair.means;
  const limited = elsewhere === 0 ? "exp-pair-means-alone" : "exp-pair-means";
  return text(budget === null ? "exp-pair-means-no-budget" : limited, {
    helper: helperName(pair.h), recipient: recipientName(pair.r), n: count(elsewhere),
    budget: withUnit(budget, "wan"), given: withUnit(given, "wan"), own: withUnit(own, "wan"),
    others: withUnit(others, "wan"), left: withUnit(left, "wan"),
  });
}

function rankWords(ranking) {
  if (ranking === null) {
    return "–";
  }
  const [rank, of, tied] = ranking;
  return text("exp-rank", { place: placeWords(rank, tied), of });
}

function placeWords(rank, tied) {
  return text(tied > 1 ? "exp-place-tied" : "exp-place", { rank, tied });
}

function criteriaTable(pair) {
  return table({
    id: "criteria",
    caption: text("html-criteria"), quiet: true,
    columns: [
      { head: text("exp-head-criterion"), value: ([kind]) => text(CRITERIA[word(kind)]) },
      {
        head: text("exp-head-value"), right: true, value: (row) => row[1],
        cell: ([, value, unit]) => (value === null ? "–" : withUnit(value, word(unit))),
      },
      { head: text("exp-head-at-recipient"), right: true, value: (row) => row[3] && row[3][0], cell: (row) => rankWords(row[3]) },
      { head: text("exp-head-at-helper"), right: true, value: (row) => row[4] && row[4][0], cell: (row) => rankWords(row[4]) },
    ],
    rows: pair.criteria,
  });
}

function contributionTable(pair) {
  const value = ([measure, , value]) => {
    if (value === null) {
      return "–";
    }
    return DATA.measures[measure].unit === "share"
      ? text("rep-unit-points", { n: points(value) }) : measureValue(measure, value);
  };
  return table({
    id: "contributions",
    caption: text("html-contributions"), quiet: true,
    columns: [
      { head: text("exp-head-measure"), value: ([measure]) => measureName(measure) },
      { head: text("exp-head-contribution"), right: true, value: (row) => row[2], cell: value },
      {
        head: text("exp-head-plan"), right: true, value: ([measure]) => DATA.measures[measure].value,
        cell: ([measure]) => measureValue(measure, DATA.measures[measure].value),
      },
      {
        head: text("exp-head-reading"),
        value: ([, kind, , reason]) => text(NOTES[word(kind)] || NOTES[word(reason)] || "exp-contribution-undefined"),
      },
    ],
    rows: pair.contributions,
  });
}

function basisWords(pair) {
  const total = pair.basis.reduce((sum, value) => sum + value, 0);
  if (total <= 0) {
    return null;
  }
  const [published, estimated, illustrative, unstated] = pair.basis.map((value) => percent(value / total));
  return paragraph(text("exp-basis", { published, estimated, illustrative, unstated }));
}

// The pair itself, then the best few other candidates.
function alternatives(pair) {
  if (pair.alternatives.length === 0) {
    const others = rivals(pair.h, pair.r).length > 1;
    return paragraph(text(others ? "exp-alternatives-all-here" : "exp-alternatives-none"));
  }
  const capacity = pair.criteria.find(([kind]) => word(kind) === "capacity");
  const rows = [[pair.h, pair.km, pair.fit, capacity ? capacity[1] : null, null, true], ...pair.alternatives];
  const name = ([h, , , , since, chosen]) => {
    if (chosen) {
      return text("exp-alternative-this", { helper: helperName(h) });
    }
    return since === null ? helperName(h) : text("exp-alternative-previous", { helper: helperName(h), since });
  };
  return [
    paragraph(text("exp-alternatives-lead")),
    table({
      id: "alternatives",
      caption: text("html-alternatives"), quiet: true,
      columns: [
        {
          head: text("exp-head-helper"), value: name,
          cell: (row) => (row[5] ? name(row) : link(whyNotAddress(row[0], pair.r), name(row))),
        },
        { head: text("exp-head-km"), right: true, value: (row) => row[1], cell: (row) => kilometres(row[1]) },
        { head: text("exp-head-fit"), right: true, value: (row) => row[2], cell: (row) => fitness(row[2]) },
        moneyColumn("exp-head-capacity", (row) => row[3]),
        { head: text("exp-head-now"), value: (row) => (row[5] ? text("exp-alternative-chosen") : nowWords(row[0])) },
      ],
      rows,
    }),
    paragraph(text("exp-no-claim"), "note"),
  ];
}
