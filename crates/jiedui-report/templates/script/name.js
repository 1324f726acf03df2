// Names of parties, and links to their pages. A name of unusual length is cut everywhere but on its
// own page.

const LONGEST = 60;

function shortened(name) {
  const characters = Array.from(name);
  return characters.length > LONGEST ? characters.slice(0, LONGEST).join("") + "……" : name;
}

// With the code, which is not told again behind a name that it tells apart.
const withCode = (key, { name, code }) =>
  (name.endsWith("（" + code + "）") || name.endsWith(" (" + code + ")") ? name : text(key, { name, code }));

const helperName = (h) => shortened(DATA.helpers[h].name);
const recipientName = (r) => shortened(DATA.recipients[r].name);
const trackName = (t) => shortened(titled(DATA.tracks[t].title));
const sectorName = (s) => shortened(titled(DATA.sectors[s].title));
const trackOf = (pair) => DATA.helpers[pair.h].track;

function address(...parts) {
  return "#/" + parts.map(encodeURIComponent).join("/");
}

const recipientAddress = (r) => address("recipients", DATA.recipients[r].code);
const helperAddress = (h) => address("helpers", DATA.helpers[h].code);
const pairAddress = (h, r) => address("pairs", DATA.helpers[h].code, DATA.recipients[r].code);
const whyNotAddress = (h, r) => address("why-not", DATA.helpers[h].code, DATA.recipients[r].code);

const link = (href, content) => make("a", { href }, content);
const recipientLink = (r) => link(recipientAddress(r), recipientName(r));
const helperLink = (h) => link(helperAddress(h), helperName(h));
