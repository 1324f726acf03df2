// The first page: its texts stand in the page in both languages; the chart is drawn here.

function coverageChart(short) {
  const rows = DATA.recipients
    .map((entry, r) => ({
      label: recipientName(r), value: entry.coverage, words: percent(entry.coverage), href: recipientAddress(r),
    }))
    .sort((a, b) => order(a.value, b.value, 1));
  const values = rows.map((row) => row.value).filter((value) => value !== null);
  return barChart({
    title: text("html-coverage-title"),
    description: values.length === 0 ? text("rep-undefined") : text("html-coverage-description", {
      least: percent(values[0]), most: percent(values[values.length - 1]),
    }),
    heads: [text("rep-head-recipient"), text("rep-head-coverage")],
    most: Math.max(1, ...values),
    // Who needs nothing is not among the least covered.
    rows: short ? rows.filter((row) => row.value !== null).slice(0, short) : rows,
  });
}

const WORST = 10;

function showOverview() {
  if (!DATA.amounts) {
    return;
  }
  document.getElementById("coverage-chart").replaceChildren(
    coverageChart(WORST),
    paragraph(link("#/load", text("html-coverage-all", { n: count(DATA.recipients.length) }))));
}
