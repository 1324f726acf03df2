// All recipients, and all helpers.

function trackChoices() {
  return DATA.tracks.map((track, index) => [index, trackName(index)]);
}

function recipientsPage() {
  const prefectures = Array.from(new Set(DATA.recipients.map((entry) => entry.prefecture)));
  return [
    heading(1, text("html-nav-recipients")),
    table({
      id: "recipients",
      caption: text("html-recipients-caption"),
      filters: [{
        label: text("rep-head-prefecture"), all: text("html-all"),
        choices: prefectures.map((name) => [name, shortened(name)]),
        of: (r) => DATA.recipients[r].prefecture,
      }],
      columns: [
        { head: text("rep-head-recipient"), value: recipientName, cell: recipientLink },
        { head: text("rep-head-code"), value: (r) => DATA.recipients[r].code },
        { head: text("rep-head-prefecture"), value: (r) => shortened(DATA.recipients[r].prefecture) },
        { head: text("rep-head-class"), right: true, value: (r) => DATA.recipients[r].class },
        moneyColumn("rep-head-need", (r) => DATA.recipients[r].need),
        moneyColumn("rep-head-given", (r) => DATA.recipients[r].given),
        { head: text("rep-head-coverage"), right: true, amounts: true, value: (r) => DATA.recipients[r].coverage, cell: (r) => percent(DATA.recipients[r].coverage) },
        { head: text("rep-head-pairs"), right: true, value: (r) => formedAt(r) },
      ],
      rows: DATA.recipients.map((entry, r) => r),
    }),
  ];
}

function moneyColumn(key, value) {
  return { head: text(key), right: true, amounts: true, value, cell: (row) => money(value(row)) };
}

function effort(h) {
  const entry = DATA.helpers[h];
  return entry.budget > 0 ? entry.given / entry.budget : null;
}

function helpersPage() {
  return [
    heading(1, text("html-nav-helpers")),
    table({
      id: "helpers",
      caption: text("html-helpers-caption"),
      filters: [
        { label: text("rep-head-track"), all: text("html-all"), choices: trackChoices(), of: (h) => DATA.helpers[h].track },
        {
          label: text("html-helpers-busy"), all: text("html-all"),
          choices: [["busy", text("html-helpers-with")], ["idle", text("html-helpers-without")]],
          of: (h) => (DATA.helpers[h].idle ? "idle" : "busy"),
        },
      ],
      columns: [
        { head: text("rep-head-helper"), value: helperName, cell: helperLink },
        { head: text("rep-head-track"), value: (h) => trackName(DATA.helpers[h].track) },
        { head: text("html-head-place"), value: (h) => DATA.helpers[h].place },
        moneyColumn("rep-head-budget", (h) => DATA.helpers[h].budget),
        moneyColumn("rep-head-given", (h) => DATA.helpers[h].given),
        { head: text("rep-head-effort"), right: true, amounts: true, value: effort, cell: (h) => percent(effort(h)) },
        { head: text("rep-head-pairs"), right: true, value: (h) => DATA.helpers[h].pairs },
      ],
      rows: DATA.helpers.map((entry, h) => h),
    }),
  ];
}
