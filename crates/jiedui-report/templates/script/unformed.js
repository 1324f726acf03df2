// A pair that the plan does not form: excluded by rules, or a candidate that was not chosen.

// Sections of the answer, in their order; each gives elements or null.
const UNFORMED_SECTIONS = [standing, sideBySide, closing];

function unformedAnswer(h, r) {
  const names = { helper: helperName(h), recipient: recipientName(r) };
  const excluded = exclusionAt(h, r);
  if (excluded) {
    return [paragraph(text("exp-unformed-excluded", names), "lead"), bullets(excluded[1].map(exclusionWords))];
  }
  const candidate = candidateAt(h, r);
  if (!candidate) {
    const key = outside().listed ? "html-unformed-not-listed"
      : outside().upTo === null ? "exp-unformed-unknown" : "html-unformed-not-kept";
    return [paragraph(text(key, { ...names, n: outside().upTo ?? "" }), "lead")];
  }
  if (ruledOut(h, r)) {
    return [
      paragraph(text("exp-ruled-out", names), "lead"),
      paragraph(whyRuledOut(h, r)),
      paragraph(withdrawLock(h, r) || text("exp-ruled-out-do")),
    ];
  }
  return [
    paragraph(text("exp-unformed-candidate", names), "lead"),
    UNFORMED_SECTIONS.map((section) => section(h, r, candidate)),
  ];
}

// The pairs that the recipient has in the track of the helper.
function rivals(h, r) {
  return pairsOfRecipient[r].filter((pair) => trackOf(pair) === DATA.helpers[h].track);
}

// A candidate that no plan can have: what the run knows, or the rules alone where it did not look.
function ruledOut(h, r) {
  const row = regretAt(h, r);
  return row ? row[1] === "impossible" : fullSide(h, r) !== null;
}

// The side that is full of pairs that every plan must have: its key, its limit and those pairs.
function fullSide(h, r) {
  const isHeld = (pair) => pair.locked || pair.tenure;
  const helper = DATA.helpers[h];
  const quota = DATA.recipients[r].tracks.find(([track]) => track === helper.track);
  const sides = [
    ["exp-ruled-out-helper", helper.max, pairsOfHelper[h].filter(isHeld)],
    ["exp-ruled-out-recipient", quota ? quota[3] : null, rivals(h, r).filter(isHeld)],
  ];
  return sides.find(([, max, pairs]) => max !== null && pairs.length >= max) || null;
}

function whyRuledOut(h, r) {
  const side = fullSide(h, r);
  if (side === null) {
    return text("exp-ruled-out-together");
  }
  const [key, max, pairs] = side;
  return text(key, {
    helper: helperName(h), recipient: recipientName(r), track: trackName(DATA.helpers[h].track), max,
    held: pairs.map(heldWords).join(text("exp-reason-separator")),
  });
}

// Which decisions take the room of a pair, one of which would have to be withdrawn; null where none does.
function withdrawLock(h, r) {
  const side = fullSide(h, r);
  const locked = side === null ? [] : side[2].filter((pair) => pair.locked);
  if (locked.length === 0) {
    return null;
  }
  const locks = locked.map((pair) => text("exp-ruled-out-lock", {
    helper: helperName(pair.h), recipient: recipientName(pair.r), file: pair.locked.file, row: pair.locked.row,
  }));
  return text(locked.length === 1 ? "exp-ruled-out-withdraw" : "exp-ruled-out-withdraw-one", {
    locks: locks.join(text("exp-reason-separator")),
  });
}

// How full both sides are.
function standing(h, r, candidate) {
  const helper = DATA.helpers[h];
  const quota = DATA.recipients[r].tracks.find(([track]) => track === helper.track);
  const items = [];
  if (quota && !isDivisible(helper.track)) {
    const [, pairs, min, max] = quota;
    items.push(text(max !== null && pairs >= max ? "exp-unformed-recipient-full" : "exp-unformed-recipient-open", {
      recipient: recipientName(r), track: trackName(helper.track), pairs, quota: quotaWords(min, max),
    }));
  }
  const full = helper.max !== null && helper.pairs >= helper.max;
  items.push(text(isDivisible(helper.track) ? "exp-unformed-helper-shared"
    : full ? "exp-unformed-helper-full" : "exp-unformed-helper-open", {
    helper: helperName(h), now: nowWords(h), quota: quotaWords(helper.min, helper.max),
  }));
  if (helper.maxLoad !== null) {
    items.push(text("exp-unformed-load-known", { helper: helperName(h), used: quantity(helper.load), max: quantity(helper.maxLoad) }));
  }
  items.push(...held(h, r));
  if (candidate[5] !== null) {
    items.push(text("exp-unformed-previous", { since: candidate[5] }));
  }
  const [atRecipient, atHelper, tied] = candidate.slice(6);
  items.push(outside().listed
    ? text("exp-unformed-ranks-listed", { atrecipient: atRecipient, athelper: atHelper })
    : text("exp-unformed-ranks", { atrecipient: placeWords(atRecipient, tied[0]), athelper: placeWords(atHelper, tied[1]) }));
  return bullets(items.concat(rivals(h, r).map((pair) => link(pairAddress(pair.h, pair.r), pairLine(pair)))));
}

// The pairs that stand in the way and that no search may end, each with what holds it.
function held(h, r) {
  return Array.from(new Set(pairsOfHelper[h].concat(rivals(h, r)))).map(heldWords).filter(Boolean);
}

function heldWords(pair) {
  const names = { helper: helperName(pair.h), recipient: recipientName(pair.r) };
  if (pair.locked) {
    return text("exp-unformed-held-locked", { ...names, decision: decisionWords(pair.locked) });
  }
  return pair.tenure ? text("exp-unformed-held-tenure", names) : null;
}

function sideBySide(h, r, candidate) {
  const criterion = (pair, name) => {
    const found = pair.criteria.find(([kind]) => word(kind) === name);
    return found ? found[1] : null;
  };
  const rows = [{ name: helperName(h), km: candidate[1], fit: candidate[2], capacity: candidate[3], steps: candidate[4] }];
  for (const pair of rivals(h, r)) {
    rows.push({
      name: text("exp-alternative-this", { helper: helperName(pair.h) }),
      km: pair.km, fit: pair.fit, capacity: criterion(pair, "capacity"), steps: criterion(pair, "hardship_steps"),
    });
  }
  return table({
    id: "side-by-side",
    caption: text("html-side-by-side"),
    columns: [
      { head: text("exp-head-helper"), value: (row) => row.name },
      { head: text("exp-head-km"), right: true, value: (row) => row.km, cell: (row) => kilometres(row.km) },
      { head: text("exp-head-fit"), right: true, value: (row) => row.fit, cell: (row) => fitness(row.fit) },
      moneyColumn("exp-head-capacity", (row) => row.capacity),
      { head: text("exp-head-steps"), right: true, value: (row) => row.steps, cell: (row) => (row.steps === null ? "–" : quantity(row.steps)) },
    ],
    rows,
  });
}

// What is known of the whole stands in the answer for which the case was solved again.
function closing(h, r) {
  return h !== undefined && (answerAt(h, r) || regretAt(h, r)) ? null : paragraph(text("exp-no-claim"), "note");
}

// Candidates and exclusions of one party. `side` is the other party, which the rows name.
function unformedTables(places, side) {
  const candidates = [];
  const impossible = [];
  const excluded = [];
  for (const [h, r] of places) {
    const candidate = candidateAt(h, r);
    if (candidate) {
      (ruledOut(h, r) ? impossible : candidates).push([h, r, candidate]);
    }
    const exclusion = exclusionAt(h, r);
    if (exclusion) {
      excluded.push([h, r, exclusion[1]]);
    }
  }
  const name = ([h, r]) => (side === "helper" ? helperName(h) : recipientName(r));
  const party = { head: text("exp-head-party"), value: name, cell: (row) => link(whyNotAddress(row[0], row[1]), name(row)) };
  // Long lists are folded: few ask for them, and they would fill pages when printed.
  return [
    candidates.length === 0 ? null : folded(text(outside().listed ? "html-candidates-listed" : "html-candidates-count", { n: count(candidates.length) }), table({
      id: "candidates",
      caption: text(side === "helper" ? "exp-candidates-title" : "exp-candidates-title-helper"),
      columns: [
        party,
        side === "helper" ? { head: text("exp-head-track"), value: ([h]) => trackName(DATA.helpers[h].track) } : null,
        { head: text("exp-head-km"), right: true, value: (row) => row[2][1], cell: (row) => kilometres(row[2][1]) },
        { head: text("exp-head-fit"), right: true, value: (row) => row[2][2], cell: (row) => fitness(row[2][2]) },
        moneyColumn("exp-head-capacity", (row) => row[2][3]),
        side === "helper" ? { head: text("exp-head-now"), value: ([h]) => nowWords(h) } : null,
        candidates.some(([h, r]) => regretAt(h, r))
          ? { head: text("html-head-cost"), value: ([h, r]) => costWords(h, r) } : null,
      ].filter(Boolean),
      rows: candidates,
    }), closing(...(candidates[0] || [])), someLeftOut()),
    impossible.length === 0 ? null : folded(text("html-ruled-out-count", { n: count(impossible.length) }), table({
      id: "ruled-out-here",
      caption: text(side === "helper" ? "exp-ruled-out-title" : "exp-ruled-out-title-helper"),
      columns: [party, { head: text("exp-head-reasons"), value: ([h, r]) => whyRuledOut(h, r) }],
      rows: impossible,
    })),
    excluded.length === 0 ? null : folded(text("html-excluded-count", { n: count(excluded.length) }), table({
      id: "excluded-here",
      caption: text(side === "helper" ? "exp-excluded-title" : "exp-excluded-title-helper"),
      columns: [party, { head: text("exp-head-reasons"), value: (row) => reasonsWords(row[2]) }],
      rows: excluded,
    })),
  ];
}

const costWords = (h, r) => (regretAt(h, r) ? lossWords(regretAt(h, r)) : "–");

// Of very many candidates the page holds the best by fit; where plans were sought among some only, those.
function someLeftOut() {
  if (outside().listed) {
    return paragraph(text("exp-candidates-listed"), "status");
  }
  return outside().upTo === null ? null : paragraph(text("html-candidates-up-to", { n: outside().upTo }), "status");
}

function folded(summary, ...content) {
  return make("details", { class: "folded" }, make("summary", {}, summary), content);
}
