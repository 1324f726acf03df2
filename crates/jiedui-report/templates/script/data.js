// What the page shows. The pairs that are not formed are many: they are read when first asked for.

const DATA = readJson("data");
const WORDS = readJson("texts");

function readJson(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

let outsideRead = null;

// Candidates and exclusions, each by helper.
function outside() {
  if (outsideRead === null) {
    outsideRead = readJson("outside");
    // Recipients with the same reasons stand together in the data; here each has a row.
    outsideRead.excluded = outsideRead.excluded.map((groups) => groups
      .flatMap(([reasons, recipients]) => recipients.map((r) => [r, reasons]))
      .sort((a, b) => a[0] - b[0]));
  }
  return outsideRead;
}

const pairsOfHelper = DATA.helpers.map(() => []);
const pairsOfRecipient = DATA.recipients.map(() => []);
for (const pair of DATA.pairs) {
  pairsOfHelper[pair.h].push(pair);
  pairsOfRecipient[pair.r].push(pair);
}
const helperByCode = new Map(DATA.helpers.map((entry, index) => [entry.code, index]));
const recipientByCode = new Map(DATA.recipients.map((entry, index) => [entry.code, index]));

// How many pairs a recipient has; what a track shares out by amount is none.
function formedAt(r) {
  return pairsOfRecipient[r].filter((pair) => !pair.divisible).length;
}

function pairAt(h, r) {
  return pairsOfHelper[h].find((pair) => pair.r === r) || null;
}

function candidateAt(h, r) {
  return outside().candidates[h].find((row) => row[0] === r) || null;
}

function regretAt(h, r) {
  return outside().regrets[h].find((row) => row[0] === r) || null;
}

function exclusionAt(h, r) {
  return outside().excluded[h].find((row) => row[0] === r) || null;
}

// A word that repeats, by its place; null where there is none.
function word(place) {
  return place === null || place === undefined ? null : DATA.texts[place];
}
