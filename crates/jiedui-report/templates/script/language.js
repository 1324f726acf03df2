// Texts of the catalogue in the language that is switched on.

let language = DATA.lang;

function fill(pattern, values) {
  return pattern.replace(/\{\$([a-z0-9_-]+)\}/gi, (whole, name) => (name in values ? values[name] : whole));
}

// A text with its values, which are texts too.
function text(key, values = {}) {
  const words = WORDS[language];
  const one = String(values.n) === "1" ? words[key + ":one"] : undefined;
  return fill(one === undefined ? words[key] : one, values);
}

// A key of a text with amounts, or the one without where no amounts are told.
function withAmounts(key, bare) {
  return DATA.amounts ? key : bare;
}

// Columns of a table, without those of amounts (`amounts: true`) where no amounts are told.
function toldColumns(columns) {
  return columns.filter((column) => column && (DATA.amounts || !column.amounts));
}

// A text whose values may be elements, such as links.
function sentence(key, values) {
  const parts = document.createDocumentFragment();
  let rest = WORDS[language][key];
  for (let found = /\{\$([a-z0-9_-]+)\}/i.exec(rest); found; found = /\{\$([a-z0-9_-]+)\}/i.exec(rest)) {
    parts.append(rest.slice(0, found.index), values[found[1]]);
    rest = rest.slice(found.index + found[0].length);
  }
  parts.append(rest);
  return parts;
}

function listed(items) {
  return items.join(text("rep-list-separator"));
}

// A name that the data give in both languages.
function titled(title) {
  return title[language];
}

// Shows what stands in the page in both languages in the one that is switched on.
function showLanguage() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-lang]")) {
    element.hidden = element.dataset.lang !== language;
  }
  for (const button of document.querySelectorAll("[data-switch]")) {
    button.setAttribute("aria-pressed", String(button.dataset.switch === language));
  }
  document.getElementById("navigation").setAttribute("aria-label", text("html-nav"));
  document.getElementById("languages").setAttribute("aria-label", text("html-language"));
}
