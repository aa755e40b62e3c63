import { correlate, flip, pad, peak, shape, times, total, windowAt } from "./arithmetic.js";
import { cells, flow, gray, inSum, ink, outputFrame, paint, show, signed, text, title, windowFrame, zoom } from "./drawing.js";
import { kernelGrid, onCell, page, player, presets, redraw, row, tick, whole } from "./controls.js";
import { initialize } from "./late.js";

// Everything the picture shows at one step, as numbers.
export function windowStep({ image, kernel, stride, padding, flip: flipped, step }) {
  const padded = pad(image, [padding, padding]);
  const weights = flipped ? flip(kernel) : kernel;
  const output = correlate(image, weights, [stride, stride], [padding, padding]);
  const cols = output[0]?.length ?? 0;
  if (!cols) return { padded, weights, output, count: 0 };
  const count = output.length * cols;
  const at = Math.min(step, count - 1);
  const [outRow, outCol] = [Math.floor(at / cols), at % cols];
  const seen = windowAt(padded, shape(weights), [outRow * stride, outCol * stride]);
  const products = times(seen, weights);
  return { padded, weights, output, count, at, outRow, outCol, seen, products, sum: total(products) };
}

const TOP = 34;

function draw(state, settings, room) {
  const { padded, weights, output, at, outRow, outCol, seen, products, sum } = state;
  const { stride, padding, show_all } = settings;
  const [rows, cols] = shape(padded);
  const [k_rows, k_cols] = shape(weights);
  const [y_rows, y_cols] = shape(output);
  const pixel = Math.min(38, 304 / Math.max(rows, cols));
  const big = Math.min(66, 198 / Math.max(k_rows, k_cols));
  const outSize = Math.min(38, 304 / Math.max(y_rows, y_cols));
  const height = Math.max(rows * pixel, k_rows * big, y_rows * outSize);

  const paintOut = signed(Math.max(peak(output), 1));
  const border = (r, c) => r < padding || c < padding || r >= rows - padding || c >= cols - padding;
  const win = [outCol * stride * pixel, TOP + (height - rows * pixel) / 2 + outRow * stride * pixel];
  // Input and products in one panel, with light lines between, where they are not too small for that.
  const together = room > 0.7 * (cols * pixel + k_cols * big + 250);
  const tall = together ? height : Math.max(k_rows * big, 60);
  const middle = TOP + tall / 2;
  const left = together ? cols * pixel + 62 : 0;
  const top = middle - (k_rows * big) / 2;
  const parts = [
    !together ? "" : zoom(win[0] + k_cols * pixel, win[1], win[1] + k_rows * pixel, left, top, top + k_rows * big),
    title(0, 16, "input", `${rows} × ${cols}${padding ? " with its border" : ""}`),
    cells("input", padded, {
      y: TOP + (height - rows * pixel) / 2,
      size: pixel,
      paint: gray(settings.image),
      hatched: padding ? border : null,
    }),
    windowFrame(...win, k_cols * pixel, k_rows * pixel),
  ];

  const alone = together ? parts : [];
  alone.push(title(left, 16, "window × kernel", settings.flip ? "flipped" : ""));
  const paintProduct = signed(Math.max(peak(products), 1));
  alone.push(
    cells("products", products, { x: left, y: top, size: big, paint: paintProduct, words: () => null }),
    windowFrame(left, top, k_cols * big, k_rows * big),
  );
  products.forEach((line, r) =>
    line.forEach((product, c) => {
      const [x, y] = [left + (c + 0.5) * big, top + (r + 0.5) * big];
      const style = `class="middle" fill="${ink(paintProduct(product))}"`;
      const factors = `${show(seen[r][c])} × ${inSum(weights[r][c])}`;
      const fit = Math.min(12, (1.7 * big) / factors.length);
      alone.push(text(x, y - 0.2 * big, factors, `${style} font-size="${fit}"`));
      alone.push(text(x, y + 0.17 * big, show(product), `${style} font-size="${0.3 * big}" data-value="${r},${c}"`));
    }),
  );

  const sumLeft = left + Math.max(k_cols * big, settings.flip ? 170 : 118) + 44;
  alone.push(
    text(sumLeft - 22, middle, "=", 'class="middle" font-size="22"'),
    title(sumLeft, 16, "sum"),
    cells("sum", [[sum]], { x: sumLeft, y: middle - 28, size: 56, paint: paintOut }),
    outputFrame(sumLeft, middle - 28, 56),
    text(sumLeft + 78, middle, "→", 'class="middle" font-size="22"'),
  );

  const outTop = TOP + (height - y_rows * outSize) / 2;
  const later = (r, c) => !show_all && r * y_cols + c > at;
  const made = [
    title(0, 16, "output", `${y_rows} × ${y_cols}`),
    cells("output", output, { y: outTop, size: outSize, paint: paintOut, empty: later }),
    outputFrame(outCol * outSize, outTop + outRow * outSize, outSize),
  ];
  const sentence =
    `The window covers rows ${outRow * stride} to ${outRow * stride + k_rows - 1} and columns ${outCol * stride} to ` +
    `${outCol * stride + k_cols - 1} of the ${rows} by ${cols} input. Its products ${products.flat().map(show).join(", ")} ` +
    `add up to ${show(sum)}, output row ${outRow}, column ${outCol} of ${y_rows} by ${y_cols}.`;
  const panels = [
    ...(together ? [] : [{ width: cols * pixel, height: TOP + height, parts }]),
    { width: sumLeft + 86, height: TOP + tall, parts: alone },
    { width: Math.max(y_cols * outSize, 110), height: TOP + height, parts: made },
  ];
  const placed = flow(panels, room, 14);
  return { ...placed, height: placed.height + 3, sentence };
}

function readout({ seen, weights, sum, outRow, outCol }) {
  const terms = seen.flatMap((line, r) => line.map((value, c) => `${show(value)} × ${inSum(weights[r][c])}`));
  return `<b class="out">output[${outRow}, ${outCol}]</b> = <b class="in">${terms.join(" + ")}</b> = <b class="out">${show(sum)}</b>`;
}

const NOTHING = { width: 300, height: 30, parts: [text(0, 18, "The kernel does not fit: no output.")] };
const SETTINGS = ["image", "kernel", "stride", "padding", "flip", "step", "show_all"];

function render({ model, el }) {
  const invitation = "Guess the next number of the output, then press Next.";
  const view = page(el, "window-stepper", "Slide the window.", invitation);
  const settings = () => Object.fromEntries(SETTINGS.map((name) => [name, model.get(name)]));
  const steps = player(model, view.readout, { last: () => windowStep(settings()).count - 1 });

  const rows = document.createElement("div");
  rows.className = "explorer-lines";
  rows.append(
    row(
      presets(model, "image", "image", model.get("_images")),
      presets(model, "kernel", "kernel", model.get("_kernels")),
      whole(model, "stride", "stride", [1, 4]),
      whole(model, "padding", "padding", [0, 3]),
      tick(model, "flip", "flip the kernel"),
    ),
    steps.buttons,
  );
  steps.buttons.append(tick(model, "show_all", "show all output"));
  view.controls.append(kernelGrid(model, "kernel", "kernel"), rows);
  onCell(view.picture, "output", (r, c) => steps.go(r * windowStep(settings()).output[0].length + c));

  redraw(model, SETTINGS, view.picture, (room) => {
    const state = windowStep(settings());
    steps.refresh();
    if (state.count) {
      paint(view.picture, draw(state, settings(), room));
      view.readout.innerHTML = readout(state);
    } else {
      paint(view.picture, { ...NOTHING, sentence: "The kernel does not fit." });
      view.readout.textContent = "This kernel is larger than the image: choose a smaller kernel or more padding.";
    }
  });
  return steps.stop;
}

export default { initialize, render };
