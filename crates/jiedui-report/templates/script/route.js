// Which page is shown: the address after #, which people may keep and send.

function pageOf(parts) {
  const [name, first, second] = parts;
  const helper = helperByCode.get(first) ?? null;
  const recipient = recipientByCode.get(name === "recipients" ? first : second) ?? null;
  switch (name) {
    case "map": return mapPage();
    case "recipients":
      if (first === undefined) { return recipientsPage(); }
      return recipient === null ? missingPage() : recipientPage(recipient);
    case "helpers":
      if (first === undefined) { return helpersPage(); }
      return helper === null ? missingPage() : helperPage(helper);
    case "pairs": {
      if (first === undefined) { return pairsPage(); }
      const pair = helper === null || recipient === null ? null : pairAt(helper, recipient);
      return pair === null ? missingPage() : pairPage(pair);
    }
    case "why-not": return whyNotPage(helper, recipient);
    case "excluded": return excludedPage();
    case "load": return loadPage();
    case "decisions": return DATA.decided.length === 0 ? missingPage() : decisionsPage();
    case "compare": return DATA.comparison.length === 0 ? missingPage() : comparisonPage();
    default: return missingPage();
  }
}

function missingPage() {
  return [heading(1, text("html-missing")), paragraph(link("#/", text("html-nav-overview")))];
}

function addressParts() {
  const parts = location.hash.replace(/^#\/?/, "").split("/").filter((part) => part !== "");
  try {
    return parts.map(decodeURIComponent);
  } catch (error) {
    // A hand-written address with a stray % names nothing.
    return ["?"];
  }
}

const baseTitle = () => document.querySelector(`#overview h1[data-lang="${language}"]`).textContent;

// `moved`: the reader came here by a link, so the focus goes to the heading of the page.
function show(moved) {
  const parts = addressParts();
  const overview = document.getElementById("overview");
  const view = document.getElementById("view");
  const focused = document.activeElement ? document.activeElement.id : "";
  showLanguage();
  overview.hidden = parts.length > 0;
  view.hidden = parts.length === 0;
  if (parts.length === 0) {
    view.replaceChildren();
    showOverview();
    document.title = baseTitle();
  } else {
    view.replaceChildren(...[pageOf(parts)].flat(Infinity).filter(Boolean));
    document.title = text("html-page-title", { page: view.querySelector("h1").textContent, title: baseTitle() });
  }
  for (const entry of document.querySelectorAll("#navigation a")) {
    const here = entry.getAttribute("href") === "#/" + (parts[0] || "");
    if (here) { entry.setAttribute("aria-current", "page"); } else { entry.removeAttribute("aria-current"); }
  }
  if (!moved) {
    return;
  }
  // In a form the focus stays where the reader chose; else it goes to the heading of the new page.
  const again = focused === "" ? null : view.querySelector("#" + CSS.escape(focused));
  if (again) {
    again.focus({ preventScroll: true });
    return;
  }
  const title = document.querySelector("#main section:not([hidden]) h1:not([hidden])");
  title.setAttribute("tabindex", "-1");
  title.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

// The part of the page that is reached first by keyboard must not be taken for an address.
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main").focus();
});
for (const button of document.querySelectorAll("[data-switch]")) {
  button.addEventListener("click", () => {
    language = button.dataset.switch;
    show(false);
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}
window.addEventListener("hashchange", () => show(true));

let lastWidth = roomFor();
window.addEventListener("resize", () => {
  // Charts and maps are drawn to the width at hand; a change of height alone changes nothing.
  if (Math.abs(roomFor() - lastWidth) > 24) {
    lastWidth = roomFor();
    show(false);
  }
});
show(false);
