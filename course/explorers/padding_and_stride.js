import { outputSize, zeros } from "./arithmetic.js";
import { BLUE, cells, counted, flow, outputFrame, paint, plural, text, title, windowFrame } from "./drawing.js";
import { onCell, page, player, redraw, send, whole } from "./controls.js";
import { initialize } from "./late.js";

// One axis: the size of the output, the padded size, and how often each padded position is read.
export function axis(n, k, p, s, d) {
  const count = outputSize(n, k, s, p, d);
  const uses = new Array(n + 2 * p).fill(0);
  for (let place = 0; place < count; place++) for (let tap = 0; tap < k; tap++) uses[place * s + tap * d] += 1;
  return { n, k, p, s, d, count, uses, span: d * (k - 1) + 1, left: count ? (n + 2 * p - d * (k - 1) - 1) % s : 0 };
}

// How often each pixel of the image itself is read: the border does not count.
export function usage(rows, cols) {
  const inside = ({ uses, p, n }) => uses.slice(p, p + n);
  return inside(rows).map((r) => inside(cols).map((c) => r * c));
}

// Every pixel and every weight is 1: an output number says how many pixels of the image its window sees.
export function seen(rows, cols) {
  const taps = ({ n, k, p, s, d, count }) =>
    zeros(1, count)[0].map((_, place) => zeros(1, k)[0].filter((_, tap) => inside(place * s + tap * d - p, n)).length);
  return taps(rows).map((r) => taps(cols).map((c) => r * c));
}

const inside = (index, n) => index >= 0 && index < n;
const TOP = 34;

function drawInput(rows, cols, [outRow, outCol], fits) {
  const [tall, wide] = [rows.n + 2 * rows.p, cols.n + 2 * cols.p];
  const pixel = Math.min(32, 330 / Math.max(tall, wide));
  const border = (r, c) => !inside(r - rows.p, rows.n) || !inside(c - cols.p, cols.n);
  const parts = [
    title(0, 16, "input and windows", `${tall} × ${wide}${rows.p + cols.p ? " with border" : ""}`),
    cells("input", zeros(tall, wide), {
      y: TOP,
      size: pixel,
      words: (_, r, c) => (border(r, c) ? "0" : "1"),
      hatched: border,
      paint: () => [255, 255, 255],
    }),
  ];
  if (fits)
    parts.push(
      crosses(rows, cols, pixel),
      origins(rows, cols, pixel),
      taps(rows, cols, [outRow, outCol], pixel), // only this and the frame change from one window to the next
      windowFrame(outCol * cols.s * pixel, TOP + outRow * rows.s * pixel, cols.span * pixel, rows.span * pixel),
    );
  return { width: Math.max(wide * pixel, rows.p + cols.p ? 305 : 250), height: TOP + tall * pixel, parts };
}

function drawOutput(rows, cols, [outRow, outCol], fits) {
  const heading = title(0, 16, "output", `${rows.count} × ${cols.count}`);
  if (!fits) {
    const why = [text(0, TOP + 22, "The window does not fit:"), text(0, TOP + 44, "there is no place, and no output.")];
    return { width: 230, height: TOP + 60, parts: [heading, ...why] };
  }
  const size = Math.min(32, 220 / Math.max(rows.count, cols.count));
  const numbers = seen(rows, cols);
  const most = rows.k * cols.k;
  const parts = [
    heading,
    cells("output", numbers, { y: TOP, size, paint: counted(most) }),
    outputFrame(outCol * size, TOP + outRow * size, size),
  ];
  return { width: Math.max(cols.count * size, 130), height: TOP + rows.count * size, parts };
}

function drawUsage(rows, cols) {
  const uses = usage(rows, cols);
  const size = Math.min(32, 300 / Math.max(rows.n, cols.n));
  const parts = [
    title(0, 16, "how often each pixel is used"),
    cells("usage", uses, { y: TOP, size, paint: counted(Math.max(...uses.flat())) }),
  ];
  return { width: Math.max(cols.n * size, 225), height: TOP + rows.n * size, parts };
}

function draw(rows, cols, step, room) {
  const fits = rows.count * cols.count > 0;
  const at = fits ? [Math.floor(step / cols.count), step % cols.count] : [0, 0];
  const size = `${rows.n + 2 * rows.p} by ${cols.n + 2 * cols.p}`;
  const sentence = fits
    ? `Input of ${rows.n} by ${cols.n} padded to ${size}. Window ${step + 1} of ${rows.count * cols.count} starts at padded ` +
      `row ${at[0] * rows.s}, column ${at[1] * cols.s}, and makes output row ${at[0]}, column ${at[1]} of ` +
      `${rows.count} by ${cols.count}: it sees ${plural(seen(rows, cols)[at[0]][at[1]], "pixel")} of the image.`
    : `The kernel covers ${rows.span} by ${cols.span} and does not fit into the padded input of ${size}: there is no output.`;
  const panels = [drawInput(rows, cols, at, fits), drawOutput(rows, cols, at, fits), drawUsage(rows, cols)];
  const placed = flow(panels, room);
  return { ...placed, height: placed.height + 4, sentence };
}

// A blue veil over the pixels that one window reads.
function taps(rows, cols, [outRow, outCol], size) {
  const places = ({ s, d, k }, place) => zeros(1, k)[0].map((_, tap) => (place * s + tap * d) * size);
  const path = places(rows, outRow).flatMap((y) =>
    places(cols, outCol).map((x) => `M${x},${TOP + y}h${size}v${size}h${-size}z`),
  );
  return `<path d="${path.join("")}" class="taps" fill="${BLUE}" fill-opacity="0.3" pointer-events="none"/>`;
}

// A cross on every position that no window reads.
function crosses(rows, cols, size) {
  let path = "";
  rows.uses.forEach((r, i) =>
    cols.uses.forEach((c, j) => {
      const [x, y, half] = [(j + 0.25) * size, TOP + (i + 0.25) * size, size / 2];
      if (!(r * c)) path += `M${x},${y}l${half},${half}m0,${-half}l${-half},${half}`;
    }),
  );
  return `<path d="${path}" class="cross"/>`;
}

// A dot in the corner of the first pixel of every window: round ends of lines without length.
function origins(rows, cols, size) {
  const dots = zeros(rows.count, cols.count).map((row, i) =>
    row.map((_, j) => `M${(j * cols.s + 0.2) * size},${TOP + (i * rows.s + 0.2) * size}h0`),
  );
  return `<path d="${dots.flat().join("")}" class="origin" stroke="${BLUE}" stroke-width="${0.24 * size}" stroke-linecap="round"/>`;
}

function formula(word, { n, k, p, s, d, count, span }) {
  const room = n + 2 * p;
  if (span > room)
    return `${word}: the kernel covers <b>${span}</b> pixels, the padded input has only <b>${room}</b>. Use a smaller kernel or dilation, or more padding.`;
  const top = room - d * (k - 1) - 1;
  return `${word}: ⌊(n + 2p − d(k − 1) − 1) / s⌋ + 1 = ⌊(${n} + 2·${p} − ${d}·(${k} − 1) − 1) / ${s}⌋ + 1 = ⌊${top} / ${s}⌋ + 1 = <b class="out">${count}</b>`;
}

function readout(rows, cols) {
  const uses = usage(rows, cols).flat();
  const ones = "All pixels and all weights are 1, so an output number counts the pixels that its window sees. ";
  const end =
    rows.left || cols.left
      ? `The last ${plural(rows.left, "row")} and ${plural(cols.left, "column")} are left over. `
      : "";
  const [least, most] = [Math.min(...uses), Math.max(...uses)];
  const fair =
    least === most
      ? `Every pixel is used ${plural(least, "time")}.`
      : `Pixels are used from ${least} to ${plural(most, "time")}.`;
  return [formula("Rows", rows), formula("Columns", cols), rows.count * cols.count ? ones + end + fair : ""].join("<br>");
}

const FIELDS = [
  ["size", "input n", [1, 12]],
  ["kernel_size", "kernel k", [1, 5]],
  ["padding", "padding p", [0, 4]],
  ["stride", "stride s", [1, 4]],
  ["dilation", "dilation d", [1, 3]],
];

// Rows and columns as the two lines of a small table.
function table(model) {
  const grid = document.createElement("div");
  grid.className = "explorer-table";
  const cell = (words) => Object.assign(document.createElement("span"), { textContent: words });
  grid.append(cell(""), ...FIELDS.map(([, label]) => cell(label)));
  ["rows", "columns"].forEach((word, i) => {
    const inputs = FIELDS.map(([name, label, range]) => {
      const read = () => model.get(name)[i];
      const write = (value) => send(model, { [name]: model.get(name).map((old, j) => (j === i ? value : old)) });
      const input = whole(model, name, null, range, { read, write, tag: `${name}[${i}]` });
      input.setAttribute("aria-label", `${label}, ${word}`);
      return input;
    });
    grid.append(cell(word), ...inputs);
  });
  return grid;
}

function render({ model, el }) {
  const invitation = "Before you change a number, work out the size of the output. A dot: a window starts here. A cross: never used.";
  const view = page(el, "padding-and-stride", "Place the window.", invitation);
  const axes = () =>
    [0, 1].map((i) =>
      axis(...["size", "kernel_size", "padding", "stride", "dilation"].map((name) => model.get(name)[i])),
    );
  const last = () => axes().reduce((product, { count }) => product * count, 1) - 1;
  const steps = player(model, view.readout, { last, word: "window" });
  view.controls.append(table(model), steps.buttons);
  let said = ""; // the same for every window: set again, it would be laid out and read out again
  onCell(view.picture, "output", (r, c) => steps.go(r * axes()[1].count + c));
  redraw(model, [...FIELDS.map(([name]) => name), "step"], view.picture, (room) => {
    const [rows, cols] = axes();
    steps.refresh();
    paint(view.picture, draw(rows, cols, Math.min(model.get("step"), last()), room));
    const sentence = readout(rows, cols);
    if (sentence !== said) view.readout.innerHTML = said = sentence;
  });
  return steps.stop;
}

export default { initialize, render };
