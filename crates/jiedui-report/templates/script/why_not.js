// Why not: choose a helper and a recipient.

function whyNotPage(h, r) {
  const [helper, recipient] = ["why-helper", "why-recipient"];
  const go = () => {
    const chosen = [document.getElementById(helper).value, document.getElementById(recipient).value];
    if (chosen[0] !== "" && chosen[1] !== "") {
      location.hash = whyNotAddress(Number(chosen[0]), Number(chosen[1]));
    }
  };
  return [
    heading(1, text("html-nav-why-not")),
    paragraph(text("html-why-not-lead")),
    make("form", { class: "controls why-not", on: { submit: (event) => { event.preventDefault(); go(); } } },
      make("label", { for: helper }, text("rep-head-helper")),
      make("select", { id: helper, on: { change: go } },
        make("option", { value: "" }, text("html-choose")),
        DATA.tracks.map((track, t) => make("optgroup", { label: trackName(t) },
          DATA.helpers.map((entry, index) => (entry.track === t
            ? make("option", { value: index, selected: index === h }, helperName(index)) : null))))),
      make("label", { for: recipient }, text("rep-head-recipient")),
      make("select", { id: recipient, on: { change: go } },
        make("option", { value: "" }, text("html-choose")),
        DATA.recipients.map((entry, index) => make("option", { value: index, selected: index === r }, recipientName(index)))),
      make("button", { type: "submit" }, text("html-show"))),
    h === null || r === null ? solvedList() : make("div", { id: "answer", "aria-live": "polite" }, answer(h, r)),
  ];
}

function answer(h, r) {
  const pair = pairAt(h, r);
  if (pair) {
    return [
      heading(2, sentence("html-formed-title", { helper: helperLink(h), recipient: recipientLink(r) })),
      paragraph(link(pairAddress(h, r), text("html-formed-why")), "lead"),
      paragraph(pairLine(pair)),
    ];
  }
  return [
    heading(2, sentence("exp-unformed-title", { helper: helperLink(h), recipient: recipientLink(r) })),
    unformedAnswer(h, r),
    solvedAnswer(h, r),
    ruledOut(h, r) || isSettled(h, r) ? null : regretSection(h, r, false),
    chainIsDrawn(h, r) ? null : whyNotMap(h, r),
  ];
}

// A chain on the map tells more than the pairs of both sides.
function chainIsDrawn(h, r) {
  const [answer, regret] = [answerAt(h, r), regretAt(h, r)];
  return (answer !== null && answer.moves.length > 0) || (regret !== null && regret[4].length > 0);
}

// The pair asked about, between what both sides do now.
function whyNotMap(h, r) {
  const now = pairsOfHelper[h].concat(rivals(h, r));
  const links = now.map(linkOf).concat([{ h, r, track: DATA.helpers[h].track, kind: "wanted" }]);
  return [
    map(links, {
      title: text("html-map-title"), description: text("html-map-wanted"), focus: [r, ...now.map((pair) => pair.r)],
    }),
    paragraph(text("html-map-wanted"), "status"),
  ];
}
