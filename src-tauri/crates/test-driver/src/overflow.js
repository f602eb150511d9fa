const width = document.documentElement.clientWidth;
const found = [];

function isHidden(element) {
  return element.closest(".hidden-visually, .skip") || getComputedStyle(element).clipPath !== "none";
}

function nameOf(element) {
  const name = element.tagName.toLowerCase();
  const id = element.closest("[data-testid]")?.dataset.testid;
  return `${name}.${element.getAttribute("class") ?? ""}${id ? ` in ${id}` : ""}`;
}

if (document.scrollingElement.scrollWidth > width) found.push("the page itself");

for (const element of document.querySelectorAll("body *:not(svg *, option)")) {
  const { left, right, width: own } = element.getBoundingClientRect();
  if (own === 0 || isHidden(element)) continue;
  if (right > width + 1 || left < -1) found.push(`${nameOf(element)} ends at ${Math.round(right)}`);
  const isCut = getComputedStyle(element).overflowX !== "visible" && !element.matches("input, select");
  if (isCut && element.scrollWidth > element.clientWidth + 1) {
    found.push(`${nameOf(element)} holds ${element.scrollWidth} in ${element.clientWidth}`);
  }
}

return found;
