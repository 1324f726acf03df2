// Tables to sort and to filter. Long ones show their first rows; printing shows all.

const FIRST_ROWS = 100;
// A table with no more rows than this is seen at a glance.
const SMALL = 12;

// How each table was left, so that a change of language does not undo it.
const tableStates = new Map();

// options: id, caption, columns, rows, filters if any, and quiet where a heading says already what the
// caption says; it is still read out.
// A column has: head, right, value (what is sorted by), cell (what is shown; else the value's text),
// amounts where it is left out when no amounts are told, and unsorted where an order would say nothing.
// A filter has: label, all, choices [value, text], of (the value of a row).
function table(given) {
  const options = { ...given, columns: toldColumns(given.columns) };
  const state = tableStates.get(options.id) || { sort: null, descending: false, search: "", chosen: {}, all: false };
  tableStates.set(options.id, state);
  const large = options.rows.length > SMALL || options.filters !== undefined;
  const body = make("tbody", { role: "rowgroup" });
  const status = make("p", { class: "status", role: "status" });
  const heads = options.columns.map((column, index) => head(column, index, state, refresh));
  const more = make("button", { type: "button", class: "more", on: { click: () => { state.all = true; refresh(); } } });
  const found = options.rows.map((row) => ({ row, words: null }));

  function refresh() {
    const rows = sorted(found.filter((entry) => matches(entry, options, state)), options.columns, state);
    const shown = state.all ? rows : rows.slice(0, FIRST_ROWS);
    body.replaceChildren(...shown.map((entry) => bodyRow(entry.row, options.columns)));
    status.textContent = text("html-table-status", { shown: count(rows.length), all: count(found.length) });
    more.hidden = shown.length === rows.length;
    more.textContent = text("html-table-more", { n: count(rows.length) });
    heads.forEach((cell, index) => {
      if (!options.columns[index].unsorted) {
        cell.setAttribute("aria-sort", sortWord(state, index));
      }
    });
  }

  const element = make("div", { class: "table-block", id: options.id },
    large && !options.quiet ? make("p", { class: "caption", "aria-hidden": "true" }, options.caption) : null,
    large ? controls(options, state, refresh) : null,
    make("div", { class: "table-scroll" },
      make("table", { role: "table" },
        make("caption", { class: options.quiet || large ? "unseen" : null }, options.caption),
        make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, heads)),
        body)),
    large ? status : null, more);
  // Printing shows every row, then what was shown before.
  element.showAll = (all) => {
    const before = state.all;
    state.all = all;
    refresh();
    return before;
  };
  refresh();
  return element;
}

function sortWord(state, index) {
  if (state.sort !== index) {
    return "none";
  }
  return state.descending ? "descending" : "ascending";
}

function head(column, index, state, refresh) {
  const sort = () => {
    state.descending = state.sort === index ? !state.descending : column.right === true;
    state.sort = index;
    refresh();
  };
  if (column.unsorted) {
    return make("th", { scope: "col", role: "columnheader" }, column.head);
  }
  return make("th", { scope: "col", role: "columnheader", class: column.right ? "right" : null },
    make("button", { type: "button", on: { click: sort } }, column.head, make("span", { class: "arrow", "aria-hidden": "true" })));
}

function bodyRow(row, columns) {
  return make("tr", { role: "row" }, columns.map((column, index) =>
    make(index === 0 ? "th" : "td", {
      role: index === 0 ? "rowheader" : "cell",
      scope: index === 0 ? "row" : null,
      class: column.right ? "right" : null,
      "data-head": column.head,
    }, column.cell ? column.cell(row) : String(column.value(row) ?? "–"))));
}

function controls(options, state, refresh) {
  const search = identifier("search");
  const narrow = (change) => (event) => { change(event.target.value); refresh(); };
  return make("div", { class: "controls", role: "search" },
    make("label", { for: search }, text("html-table-search")),
    make("input", { id: search, type: "search", value: state.search, on: { input: narrow((value) => { state.search = value; }) } }),
    (options.filters || []).map((filter, index) => {
      const id = identifier("filter");
      return [
        make("label", { for: id }, filter.label),
        make("select", { id, on: { change: narrow((value) => { state.chosen[index] = value; }) } },
          make("option", { value: "" }, filter.all),
          filter.choices.map(([value, name]) =>
            make("option", { value, selected: state.chosen[index] === String(value) }, name))),
      ];
    }));
}

function matches(entry, options, state) {
  for (const [index, filter] of (options.filters || []).entries()) {
    const chosen = state.chosen[index];
    if (chosen && String(filter.of(entry.row)) !== chosen) {
      return false;
    }
  }
  const wanted = state.search.trim().toLowerCase();
  if (wanted === "") {
    return true;
  }
  if (entry.words === null) {
    entry.words = options.columns.map((column) => (column.words || column.value)(entry.row)).join("\n").toLowerCase();
  }
  return wanted.split(/\s+/).every((part) => entry.words.includes(part));
}

function sorted(entries, columns, state) {
  if (state.sort === null) {
    return entries;
  }
  const value = columns[state.sort].value;
  const sign = state.descending ? -1 : 1;
  return entries.slice().sort((a, b) => order(value(a.row), value(b.row), sign));
}

// What is not known comes last in both directions.
function order(a, b, sign) {
  const none = (value) => value === null || value === undefined;
  if (none(a) || none(b)) {
    return Number(none(a)) - Number(none(b));
  }
  return sign * (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh-CN"));
}

function showWholeTables(print) {
  for (const element of document.querySelectorAll(".table-block")) {
    if (print) {
      element.before_print = element.showAll(true);
    } else {
      element.showAll(element.before_print);
    }
  }
}

window.addEventListener("beforeprint", () => showWholeTables(true));
window.addEventListener("afterprint", () => showWholeTables(false));
