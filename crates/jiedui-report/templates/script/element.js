// Elements out of texts. Nothing here reads markup, so no name can become one.

const DRAWING = "http://www.w3.org/2000/svg";

function make(tag, attributes, ...children) {
  return furnished(document.createElement(tag), attributes, children);
}

function draw(tag, attributes, ...children) {
  return furnished(document.createElementNS(DRAWING, tag), attributes, children);
}

function furnished(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) {
        element.addEventListener(event, listener);
      }
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

function paragraph(content, kind) {
  return make("p", { class: kind }, content);
}

function heading(level, content) {
  return make("h" + level, {}, content);
}

// A list, or nothing where there are no items.
function bullets(items) {
  return items.length === 0 ? null : make("ul", {}, items.map((item) => make("li", {}, item)));
}

let fresh = 0;

// An identifier that no other element has.
function identifier(stem) {
  fresh += 1;
  return stem + "-" + fresh;
}
