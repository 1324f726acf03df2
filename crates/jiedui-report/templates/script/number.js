// Numbers as people read them, rounded as the other reports round them: halves to even.

const TAIL = 25;

function rounded(value, decimals) {
  const long = value.toFixed(decimals + TAIL);
  const tail = long.slice(-TAIL);
  const kept = long.slice(0, -TAIL).replace(/\.$/, "");
  if (/^50*$/.test(tail) && "02468".includes(kept.slice(-1))) {
    return kept;
  }
  return value.toFixed(decimals);
}

function grouped(value, decimals) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return "–";
  }
  const [whole, fraction] = rounded(Math.abs(value), decimals).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction ? "." + fraction : "");
  return value < 0 && /[1-9]/.test(digits) ? "-" + digits : digits;
}

const money = (value) => grouped(value, 2);
const quantity = (value) => grouped(value, Number.isInteger(value) ? 0 : 2);
const kilometres = (value) => grouped(value, 0);
const count = (value) => grouped(value, 0);
const percent = (share) => (share === null || share === undefined ? "–" : grouped(share * 100, 1) + "%");
const points = (share) => grouped(share * 100, 2);
// A share beside a change in points, with as many decimals.
const percentOfTwoDecimals = (share) => (share === null || share === undefined ? "–" : points(share) + "%");
const fitness = (value) => grouped(value, 3);

const UNITS = {
  km: ["rep-unit-km", kilometres],
  wan: ["rep-unit-wan", money],
  person: ["rep-unit-person", quantity],
  steps: ["rep-unit-steps", quantity],
  step_persons: ["rep-unit-step-persons", quantity],
  years: ["rep-unit-years", quantity],
  pairs: ["rep-unit-pairs", quantity],
  wan_km: ["rep-unit-wan-km", kilometres],
  load: ["rep-unit-load", quantity],
};

// A figure with its unit.
function withUnit(value, unit) {
  if (unit === "share") {
    return percent(value);
  }
  const known = UNITS[unit];
  return known ? text(known[0], { n: known[1](value) }) : fitness(value);
}

// The change from one figure to another as it is told beside both, with its sign and without its unit: what they differ by
// as they are shown, so that who subtracts finds it; by its first digits where they look alike.
function changeBeside(before, after, unit) {
  const [scale, decimals] = unit === "share" ? [100, 2] : [1, { km: 0, wan_km: 0, plain: 3 }[unit] ?? 2];
  const shown = (value) => Number(rounded(value, decimals));
  const change = shown(shown(after * scale) - shown(before * scale));
  const [, number] = UNITS[unit] ?? [null, (value) => grouped(value, decimals)];
  if (change !== 0) {
    return (change > 0 ? "+" : "") + number(change);
  }
  const fine = (after - before) * scale;
  return Math.abs(fine) < 1e-10 ? number(0) : (fine > 0 ? "+" : "") + firstDigits(fine);
}

// Three significant digits of a figure that would be shown as nothing.
function firstDigits(value) {
  const places = Math.min(12, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(places).replace(/\.?0+$/, "");
}

function sectorAmount(sector, amount) {
  return withUnit(amount, DATA.sectors[sector].unit);
}
