import { outputSize, zeros } from "./arithmetic.js";
import { BLUE, cells, counted, outputFrame, paint, plural, title, windowFrame } from "./drawing.js";
import { onCell, page, player, redraw, send, whole } from "./controls.js";

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

const TOP = 34;

function draw(rows, cols, step) {
  const [tall, wide] = [rows.n + 2 * rows.p, cols.n + 2 * cols.p];
  const pixel = Math.min(32, 330 / Math.max(tall, wide));
  const [outRow, outCol] = cols.count ? [Math.floor(step / cols.count), step % cols.count] : [0, 0];
  const border = (r, c) => r < rows.p || c < cols.p || r >= rows.p + rows.n || c >= cols.p + cols.n;
  const fits = rows.count * cols.count > 0;
  const tap = (r, c) => fits && onTap(rows, outRow, r) && onTap(cols, outCol, c);
  const parts = [
    title(0, 16, "input and windows", `${tall} × ${wide}${rows.p + cols.p ? " with border" : ""}`),
    cells("input", zeros(tall, wide), {
      y: TOP,
      size: pixel,
      words: () => null,
      hatched: (r, c) => border(r, c) && !tap(r, c),
      paint: (_, r, c) => (tap(r, c) ? [178, 212, 235] : [255, 255, 255]),
    }),
  ];
  if (fits) parts.push(crosses(rows, cols, pixel), origins(rows, cols, pixel));
  if (fits)
    parts.push(
      windowFrame(outCol * cols.s * pixel, TOP + outRow * rows.s * pixel, cols.span * pixel, rows.span * pixel),
    );

  const x = Math.max(wide * pixel, 256) + 44;
  const cell = Math.min(32, 220 / Math.max(rows.count, cols.count, 1));
  parts.push(title(x, 16, "output", `${rows.count} × ${cols.count}`));
  if (fits) {
    parts.push(
      cells("output", zeros(rows.count, cols.count), {
        x,
        y: TOP,
        size: cell,
        paint: () => [255, 255, 255],
        words: () => null,
      }),
    );
    parts.push(outputFrame(x + outCol * cell, TOP + outRow * cell, cell));
  }

  const right = x + Math.max(cols.count * cell, 120) + 44;
  const uses = usage(rows, cols);
  const dot = Math.min(32, 300 / Math.max(rows.n, cols.n));
  parts.push(title(right, 16, "how often each pixel is used"));
  parts.push(cells("usage", uses, { x: right, y: TOP, size: dot, paint: counted(Math.max(...uses.flat())) }));
  const height = TOP + Math.max(tall * pixel, rows.count * cell, rows.n * dot) + 4;
  const sentence = fits
    ? `Input of ${rows.n} by ${cols.n} padded to ${tall} by ${wide}. Window ${step + 1} of ${rows.count * cols.count} starts at padded ` +
      `row ${outRow * rows.s}, column ${outCol * cols.s}, and makes output row ${outRow}, column ${outCol} of ${rows.count} by ${cols.count}.`
    : `The kernel does not fit into the input of ${tall} by ${wide}.`;
  return { width: Math.max(right + cols.n * dot, right + 210), height, sentence, parts };
}

function onTap({ s, d, k }, place, index) {
  const offset = index - place * s;
  return offset >= 0 && offset % d === 0 && offset / d < k;
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

// A dot in the first pixel of every window: round ends of lines without length.
function origins(rows, cols, size) {
  const dots = zeros(rows.count, cols.count).map((row, i) =>
    row.map((_, j) => `M${(j * cols.s + 0.5) * size},${TOP + (i * rows.s + 0.5) * size}h0`),
  );
  return `<path d="${dots.flat().join("")}" class="origin" stroke="${BLUE}" stroke-width="${0.28 * size}" stroke-linecap="round"/>`;
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
  const end =
    rows.left || cols.left
      ? `The last ${plural(rows.left, "row")} and ${plural(cols.left, "column")} are left over. `
      : "";
  const [least, most] = [Math.min(...uses), Math.max(...uses)];
  const fair =
    least === most
      ? `Every pixel is used ${plural(least, "time")}.`
      : `Pixels are used from ${least} to ${plural(most, "time")}.`;
  return [formula("Rows", rows), formula("Columns", cols), rows.count * cols.count ? end + fair : ""].join("<br>");
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
  const invitation = "Before you change a number, work out the size of the output. Crossed pixels are never used.";
  const view = page(el, "padding-and-stride", "Place the window.", invitation);
  const axes = () =>
    [0, 1].map((i) =>
      axis(...["size", "kernel_size", "padding", "stride", "dilation"].map((name) => model.get(name)[i])),
    );
  const last = () => Math.max(0, axes().reduce((product, { count }) => product * count, 1) - 1);
  const steps = player(model, view.readout, { last, word: "window" });
  view.controls.append(table(model), steps.buttons);
  onCell(view.picture, "output", (r, c) => steps.go(r * axes()[1].count + c));
  redraw(model, [...FIELDS.map(([name]) => name), "step"], () => {
    const [rows, cols] = axes();
    steps.refresh();
    paint(view.picture, draw(rows, cols, Math.min(model.get("step"), last())));
    view.readout.innerHTML = readout(rows, cols);
  });
  return steps.stop;
}

export default { render };
