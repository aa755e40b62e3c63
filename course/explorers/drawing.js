// Draws with SVG text: every function returns a string, and only `paint` touches the page.

export const BLUE = "#0072B2"; // the window
export const ORANGE = "#D55E00"; // the output cell

// PuOr, white at zero; the two darkest steps of each end are left out so that numbers stay easy to read.
const PUOR = [
  [179, 88, 6],
  [224, 130, 20],
  [253, 184, 99],
  [254, 224, 182],
  [255, 255, 255],
  [216, 218, 235],
  [178, 171, 210],
  [128, 115, 172],
  [84, 39, 136],
];
const CIVIDIS = [
  [0, 32, 76],
  [53, 69, 108],
  [102, 105, 112],
  [149, 143, 120],
  [203, 186, 105],
  [253, 234, 69],
];

function along(colours, place) {
  const at = Math.max(0, Math.min(1, place || 0)) * (colours.length - 1);
  const low = Math.min(Math.floor(at), colours.length - 2);
  return colours[low].map((start, i) => Math.round(start + (at - low) * (colours[low + 1][i] - start)));
}

// Each painter turns a number into red, green, blue.
export const signed = (peak) => (value) => along(PUOR, peak > 0 ? 0.5 + value / peak / 2 : 0.5);
export const counted = (most) => (value) => along(CIVIDIS, value / Math.max(most, 1));
export function gray(image) {
  const low = Math.min(0, ...image.flat());
  const high = Math.max(1, ...image.flat());
  return (value) => new Array(3).fill(Math.round((255 * (value - low)) / (high - low)));
}

// Black or white, whichever WCAG calls easier to read on a colour: as `ink` in drawing/palette.py.
export function ink(colour) {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = colour.map((part) => linear(part / 255));
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) ** 2 >= 1.05 * 0.05 ? "#000000" : "#ffffff";
}

// A number as `spell` in drawing/numbers.py writes it: show(-0.5) === "−0.5", show(1 / 9) === "0.11".
export function show(value, largest = 1) {
  const size = Math.abs(value);
  if (Number.isNaN(value)) return "nan";
  if (size === Infinity) return value < 0 ? "−∞" : "∞";
  if (size <= 1e-6 * largest) return "0";
  if (size >= 99999.5) return value.toExponential(1).replace("e+", "e").replace("-", "−");
  return (size < 0.005 ? value.toFixed(2) : String(+value.toFixed(2))).replace("-", "−");
}

// The same in a sum, where a negative factor wants brackets.
export const inSum = (value) => (value < 0 ? `(${show(value)})` : show(value));

export const text = (x, y, words, style = "") => `<text x="${x}" y="${y}" ${style}>${words}</text>`;

export const title = (x, y, words, note = "") =>
  `<text x="${x}" y="${y}" class="title">${words}<tspan class="note" dx="7">${note}</tspan></text>`;

export const box = (x, y, width, height, style) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${style}/>`;

export const line = (x1, y1, x2, y2, style) => `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${style}/>`;

// A grid of coloured cells with a number in each. `paint(value)` gives the colour, `words(value, row, col)` what is
// printed (null: nothing), `empty(row, col)` a cell that has no number yet, `hatched(row, col)` one of the border.
export function cells(name, values, { x = 0, y = 0, size, paint, words = show, empty, hatched }) {
  const parts = [];
  let hatching = ""; // one path for all: a thousand small elements would be slow to draw
  values.forEach((row, r) =>
    row.forEach((value, c) => {
      const [left, top] = [x + c * size, y + r * size];
      const blank = empty?.(r, c);
      const border = hatched?.(r, c);
      const colour = blank ? [250, 250, 250] : border ? [236, 239, 241] : paint(value, r, c);
      parts.push(box(left, top, size, size, `fill="rgb(${colour})" class="cell" data-cell="${r},${c}"`));
      if (border) hatching += hatch(left, top, size);
      const printed = blank || size < 15 ? null : words(value, r, c);
      if (printed !== null) {
        const fit = Math.min(0.42 * size, (1.45 * size) / Math.max(2, printed.length));
        const style = `data-value="${r},${c}" font-size="${fit.toFixed(1)}" fill="${ink(colour)}" class="middle"`;
        parts.push(text(left + size / 2, top + size / 2, printed, style));
      }
    }),
  );
  if (hatching) parts.push(`<path d="${hatching}" class="hatch"/>`);
  return `<g data-grid="${name}">${parts.join("")}</g>`;
}

function hatch(x, y, size) {
  const reach = [0.25, 0.5, 0.75, 1].map((share) => share * size);
  const up = reach.map((s) => `M${x},${y + s}L${x + s},${y}`);
  const down = reach.slice(0, 3).map((s) => `M${x + s},${y + size}L${x + size},${y + s}`);
  return up.concat(down).join("");
}

// The thick solid blue window and the dashed orange output cell, drawn just inside their cells.
export const windowFrame = (x, y, width, height) =>
  box(x + 1, y + 1, width - 2, height - 2, `class="window" fill="none" stroke="${BLUE}" stroke-width="4"`);
export const outputFrame = (x, y, width, height = width) =>
  box(
    x + 1,
    y + 1,
    width - 2,
    height - 2,
    `class="output" fill="none" stroke="${ORANGE}" stroke-width="3.5" stroke-dasharray="6 3"`,
  );

// Light lines from a window to its enlargement.
export const zoom = (x1, top1, bottom1, x2, top2, bottom2) =>
  `<path d="M${x1},${top1}L${x2},${top2}L${x2},${bottom2}L${x1},${bottom1}Z" fill="${BLUE}" fill-opacity="0.07"/>`;

// The whole picture: one image with a sentence as its name. Only parts that changed are drawn again:
// that halves the time from a key press to the new picture. A size that is set again, though the same, would lay out
// every number of the picture again.
export function paint(holder, { width, height, sentence, parts }) {
  const drawn = holder.parts ?? [];
  const anew = !holder.firstElementChild || drawn.length !== parts.length;
  if (anew) holder.innerHTML = `<svg role="img">${"<g></g>".repeat(parts.length)}</svg>`;
  const svg = holder.firstElementChild;
  svg.setAttribute("aria-label", sentence);
  const size = `-1 0 ${width + 3} ${height}`;
  if (svg.getAttribute("viewBox") !== size) {
    svg.setAttribute("viewBox", size);
    svg.style.width = `${width + 3}px`;
  }
  parts.forEach((part, i) => {
    if (anew || part !== drawn[i]) svg.children[i].innerHTML = part;
  });
  holder.parts = parts;
}

// Panels from left to right, as many in a line as `room` pixels hold; each is { width, height, parts } around its own origin.
export function flow(panels, room, gap = 40) {
  let [x, y, tall, wide] = [0, 0, 0, 0];
  const parts = panels.flatMap((panel) => {
    if (x && x + panel.width > room) [x, y, tall] = [0, y + tall + 24, 0];
    const move = `transform="translate(${x},${y})"`;
    x += panel.width + gap;
    tall = Math.max(tall, panel.height);
    wide = Math.max(wide, x - gap);
    return panel.parts.map((part) => `<g ${move}>${part}</g>`); // one by one, so that `paint` can skip what is the same
  });
  return { width: wide, height: y + tall, parts };
}

export const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
