import { correlate, outputSize, peak, shape, windowAt, zeros } from "./arithmetic.js";
import { cells, flow, gray, inSum, outputFrame, paint, show, signed, text, title, windowFrame } from "./drawing.js";
import { choice, kernelGrid, onCell, page, player, presets, redraw, row } from "./controls.js";
import { initialize } from "./late.js";

const places = (image, kernel) => [0, 1].map((axis) => outputSize(shape(image)[axis], shape(kernel)[axis]));

// T (outputs x pixels): row i holds the kernel at the pixels under window i, so that vec(Y) = T vec(X).
export function toeplitz(image, kernel) {
  const [rows, cols] = places(image, kernel);
  const width = shape(image)[1];
  const T = zeros(rows * cols, shape(image)[0] * width);
  T.forEach((line, i) => {
    const [top, left] = [Math.floor(i / cols), i % cols];
    kernel.forEach((weights, r) => weights.forEach((weight, c) => (line[(top + r) * width + left + c] = weight)));
  });
  return T;
}

// U (weights x outputs): column i holds the pixels under window i, as F.unfold, so that vec(Y) = vec(K) U.
export function unfold(image, kernel) {
  const [rows, cols] = places(image, kernel);
  const windows = zeros(rows * cols, 0).map((_, i) =>
    windowAt(image, shape(kernel), [Math.floor(i / cols), i % cols]).flat(),
  );
  return windows[0].map((_, weight) => windows.map((pixels) => pixels[weight]));
}

const TOP = 34;

// Image, kernel and output as they are, with the window and its output cell.
function left(image, kernel, output, [row, col]) {
  const size = 34;
  const [k_rows, k_cols] = shape(kernel);
  const below = TOP + image.length * size + 40;
  const parts = [
    title(0, 16, "X"),
    cells("input", image, { y: TOP, size, paint: gray(image) }),
    windowFrame(col * size, TOP + row * size, k_cols * size, k_rows * size),
    title(0, below - 10, "Y"),
    cells("output", output, { y: below, size, paint: signed(Math.max(1, peak(output))) }),
    outputFrame(col * size, below + row * size, size),
  ];
  return { parts, width: Math.max(shape(image)[1], shape(output)[1]) * size, height: below + output.length * size };
}

function drawToeplitz(image, kernel, output, step, narrow) {
  const x = 0;
  const T = toeplitz(image, kernel);
  const pixels = image.flat();
  const size = Math.min(narrow ? 26 : 30, 420 / pixels.length);
  const middle = TOP + (pixels.length * size) / 2;
  const top = middle - (T.length * size) / 2;
  const words = (value) => (value || T.length * T[0].length < 200 ? show(value) : null); // a large T is mostly zeros
  const xs = [x, x + T[0].length * size + 34, x + (T[0].length + 1) * size + 78];
  const parts = [
    title(xs[0], 16, "T", `${T.length} × ${T[0].length}`),
    cells("matrix", T, { x: xs[0], y: top, size, paint: signed(Math.max(1, peak(kernel))), words }),
    windowFrame(xs[0], top + step * size, T[0].length * size, size),
    text(xs[1] - 17, middle, "·", 'class="middle" font-size="24"'),
    title(xs[1] - 8, 16, "vec(X)"),
    cells(
      "vector",
      pixels.map((value) => [value]),
      { x: xs[1], y: TOP, size, paint: gray(image) },
    ),
    text(xs[2] - 22, middle, "=", 'class="middle" font-size="20"'),
    title(xs[2] - 8, 16, "vec(Y)"),
    cells(
      "result",
      output.flat().map((value) => [value]),
      { x: xs[2], y: top, size, paint: signed(Math.max(1, peak(output))) },
    ),
    outputFrame(xs[2], top + step * size, size),
  ];
  const width = shape(image)[1];
  const [row, col] = [Math.floor(step / output[0].length), step % output[0].length];
  const [k_rows, k_cols] = shape(kernel);
  // The pixels under the window: one run of vec(X) for each row of the kernel.
  for (let r = 0; r < k_rows; r++)
    parts.push(windowFrame(xs[1], TOP + ((row + r) * width + col) * size, size, k_cols * size));
  return { parts, width: xs[2] + size + 50, height: TOP + pixels.length * size };
}

function drawUnfold(image, kernel, output, step) {
  const x = 0;
  const U = unfold(image, kernel);
  const weights = [kernel.flat()];
  const size = Math.min(36, 480 / (U[0].length + weights[0].length));
  const middle = TOP + (U.length * size) / 2;
  const at = x + weights[0].length * size + 34;
  const below = TOP + U.length * size + 60;
  const parts = [
    title(x, 16, "vec(K)", `1 × ${weights[0].length}`),
    cells("weights", weights, { x, y: middle - size / 2, size, paint: signed(Math.max(1, peak(kernel))) }),
    text(at - 17, middle, "·", 'class="middle" font-size="24"'),
    title(at, 16, "U", `${U.length} × ${U[0].length}`),
    cells("matrix", U, { x: at, y: TOP, size, paint: gray(image) }),
    windowFrame(at + step * size, TOP, size, U.length * size),
    text(at - 17, below + size / 2, "=", 'class="middle" font-size="20"'),
    title(at, below - 10, "vec(Y)"),
    cells("result", [output.flat()], { x: at, y: below, size, paint: signed(Math.max(1, peak(output))) }),
    outputFrame(at + step * size, below, size),
  ];
  return { parts, width: at + U[0].length * size + 20, height: below + size };
}

function readout(image, kernel, output, step, form) {
  const [row, col] = [Math.floor(step / output[0].length), step % output[0].length];
  const seen = windowAt(image, shape(kernel), [row, col]).flat();
  const terms = kernel.flat().map((weight, i) => `${show(weight)} × ${inSum(seen[i])}`);
  const where =
    form === "toeplitz"
      ? `Row ${step} of T holds the kernel where the window lies, zeros elsewhere`
      : `Column ${step} of U holds the pixels under the window`;
  return `${where}: <b class="in">${terms.join(" + ")}</b> = <b class="out">${show(output[row][col])}</b> = Y[${row}, ${col}].`;
}

const NOTHING = { width: 300, height: 30, parts: [text(0, 18, "The kernel does not fit: no matrix.")] };
const SETTINGS = ["image", "kernel", "form", "step"];

function render({ model, el }) {
  const invitation = "Press Next. The window moves on the image: what moves in the matrix?";
  const view = page(el, "matrix-view", "A cross-correlation is a matrix.", invitation);
  const now = () => {
    const [image, kernel] = [model.get("image"), model.get("kernel")];
    const output = correlate(image, kernel);
    return { image, kernel, output, last: output.flat().length - 1 };
  };
  const steps = player(model, view.readout, { last: () => now().last, word: "window" });
  const forms = [
    ["toeplitz", "T · vec(X): all pixels"],
    ["unfold", "vec(K) · U: im2col"],
  ];
  const rows = document.createElement("div");
  rows.className = "explorer-lines";
  rows.append(
    row(presets(model, "image", "image", model.get("_images")), choice(model, "form", "matrix", forms)),
    steps.buttons,
  );
  view.controls.append(kernelGrid(model, "kernel", "kernel"), rows);
  for (const grid of ["output", "result"]) {
    onCell(view.picture, grid, (r, c) => steps.go(grid === "output" ? r * now().output[0].length + c : r + c));
  }
  redraw(model, SETTINGS, view.picture, (room) => {
    const { image, kernel, output, last } = now();
    steps.refresh();
    if (last < 0) {
      paint(view.picture, { ...NOTHING, sentence: "The kernel does not fit." });
      view.readout.textContent = "This kernel is larger than the image: choose a smaller one.";
      return;
    }
    const step = Math.min(model.get("step"), last);
    const at = [Math.floor(step / output[0].length), step % output[0].length];
    const form = model.get("form");
    const draw = form === "toeplitz" ? drawToeplitz : drawUnfold;
    const narrow = room < 640;
    const placed = flow([left(image, kernel, output, at), draw(image, kernel, output, step, narrow)], room, narrow ? 24 : 56);
    const sentence =
      `Window ${step + 1} of ${last + 1} on the ${shape(image).join(" by ")} image X, the ` +
      `${form === "toeplitz" ? `row ${step} of the matrix T` : `column ${step} of the matrix U`} that belongs to it, and the output ` +
      `${output.map((line) => line.map(show).join(" ")).join("; ")}.`;
    paint(view.picture, { ...placed, height: placed.height + 4, sentence });
    view.readout.innerHTML = readout(image, kernel, output, step, form);
  });
  return steps.stop;
}

export default { initialize, render };
