// Pairs for which the case was solved again: the answer, and its chain on the map.

function answerAt(h, r) {
  return DATA.answers.find((answer) => answer.h === h && answer.r === r) || null;
}

// Whether such an answer tells more than what the run knew of the cost.
function isSettled(h, r) {
  const answer = answerAt(h, r);
  return answer !== null && answer.settled;
}

function solvedAnswer(h, r) {
  const answer = answerAt(h, r);
  if (!answer) {
    return null;
  }
  return [
    heading(2, text("html-solved-title")),
    storyOf(answer.told[language]),
    chainMap(answer.moves, h, r, answer.formed),
  ];
}

// What ends and what begins along a chain of moves, the pair asked about apart.
function chainLinks(moves, h, r, formed) {
  const asked = (helper, recipient) => helper === h && recipient === r;
  const links = [];
  for (const [helper, from, to] of moves) {
    const track = DATA.helpers[helper].track;
    if (from !== null) {
      links.push({ h: helper, r: from, track, kind: !formed && asked(helper, from) ? "wanted" : "lost" });
    }
    if (to !== null) {
      links.push({ h: helper, r: to, track, kind: formed && asked(helper, to) ? "wanted" : "gained" });
    }
  }
  return links;
}

function chainMap(moves, h, r, formed) {
  if (moves.length === 0) {
    return null;
  }
  const links = chainLinks(moves, h, r, formed);
  return [
    map(links, { title: text("html-map-title"), description: text("html-map-chain"), focus: links.map((link) => link.r) }),
    paragraph(text("html-map-chain"), "status"),
  ];
}

// The pairs that have such an answer, to begin with.
function solvedList() {
  return DATA.answers.length === 0 ? null : [
    heading(2, text("html-solved-list")),
    bullets(DATA.answers.map((answer) => link(
      answer.formed ? whyNotAddress(answer.h, answer.r) : pairAddress(answer.h, answer.r),
      text(answer.formed ? "html-solved-formed" : "html-solved-unformed", {
        helper: helperName(answer.h), recipient: recipientName(answer.r),
      })))),
  ];
}
