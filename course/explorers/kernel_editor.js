import { correlate, peak, shape, total, zeros } from "./arithmetic.js";
import { cells, gray, paint, show, signed, text, title } from "./drawing.js";
import { kernelGrid, page, presets, redraw, row, send, whole } from "./controls.js";

// The response of every image to one kernel; null where the kernel is larger than the image.
export function responses(images, kernel) {
  return Object.entries(images).map(([name, image]) => {
    const output = correlate(image, kernel);
    return { name, image, output: output[0]?.length ? output : null };
  });
}

const LEFT = 176;
const SIDE = 184;
const GAP = 20;

function draw(kernel, answers, most) {
  const paint = signed(Math.max(most, 1));
  const size = Math.min(46, 150 / Math.max(...shape(kernel)));
  const sum = total(kernel);
  const below = 40 + shape(kernel)[0] * size;
  const parts = [
    title(0, 16, "kernel"),
    cells("kernel", kernel, { y: 30, size, paint: signed(Math.max(peak(kernel), 1)) }),
    text(0, below + 24, "sum of its weights"),
    text(0, below + 52, show(sum), 'font-size="24" font-weight="600" data-value="sum"'),
    text(0, below + 82, "flat white area"),
  ];
  parts.push(
    cells("flat", [[1, sum]], { x: 0, y: below + 94, size: 42, paint: (v, r, c) => (c ? paint(v) : [255, 255, 255]) }),
  );
  answers.forEach(({ name, image, output }, i) => {
    const x = LEFT + i * (SIDE + GAP);
    parts.push(title(x, 16, name));
    const pixel = SIDE / Math.max(...shape(image));
    parts.push(cells(`image-${i}`, image, { x, y: 30, size: pixel, paint: gray(image), words: () => null }));
    if (output) {
      // Each answer stands below the middle of its window.
      const [down, right] = shape(kernel).map((size) => ((size - 1) / 2) * pixel);
      parts.push(cells(`response-${i}`, output, { x: x + right, y: 44 + SIDE + down, size: pixel, paint }));
    } else {
      parts.push(text(x, 70 + SIDE, "the kernel is larger"));
    }
  });
  const sentence =
    `Kernel ${kernel.map((line) => line.map(show).join(" ")).join("; ")}, weights adding up to ${show(sum)}, and its response to ` +
    answers.map(({ name, output }) => `${name}: ${output ? range(output) : "no room"}`).join("; ") +
    ".";
  const height = Math.max(46 + 2 * SIDE, below + 140);
  return { width: LEFT + answers.length * (SIDE + GAP) - GAP, height, sentence, parts };
}

const range = (output) => `from ${show(Math.min(...output.flat()))} to ${show(Math.max(...output.flat()))}`;

function readout(kernel, answers, most) {
  const sum = total(kernel);
  const flat =
    Math.abs(sum) < 0.005
      ? "The weights add up to 0, so a flat area gives 0: only changes of brightness are left."
      : Math.abs(sum - 1) < 0.005
        ? "The weights add up to 1, so a flat area keeps its brightness."
        : `The weights add up to ${show(sum)}, so a flat white area gives ${show(sum)}.`;
  const strongest = answers.filter(({ output }) => output && most - peak(output) < 1e-9).map(({ name }) => name);
  if (most < 1e-9) return `${flat} No picture answers.`;
  return `${flat} The strongest response is <b class="out">±${show(most)}</b>, on: ${strongest.join(", ")}.`;
}

// The kernel's number of rows or columns; weights that are added start at 0.
function sizeBox(model, axis, label) {
  const read = () => shape(model.get("kernel"))[axis];
  const write = (count) => {
    const kernel = model.get("kernel");
    const [rows, cols] = shape(kernel).map((now, i) => (i === axis ? count : now));
    send(model, { kernel: zeros(rows, cols).map((line, r) => line.map((_, c) => kernel[r]?.[c] ?? 0)) });
  };
  return whole(model, "kernel", label, [1, 5], { read, write, tag: label });
}

function render({ model, el }) {
  const invitation = "Change a weight and see what four pictures answer. Which edges light up, and with which sign?";
  const view = page(el, "kernel-editor", "Make a kernel.", invitation);
  view.controls.append(
    kernelGrid(model, "kernel", "kernel"),
    row(
      presets(model, "kernel", "ready-made kernels", model.get("_kernels")),
      sizeBox(model, 0, "rows"),
      sizeBox(model, 1, "columns"),
    ),
  );
  const images = model.get("_images");
  redraw(model, ["kernel"], () => {
    const kernel = model.get("kernel");
    const answers = responses(images, kernel);
    const most = Math.max(0, ...answers.map(({ output }) => (output ? peak(output) : 0)));
    paint(view.picture, draw(kernel, answers, most));
    view.readout.innerHTML = readout(kernel, answers, most);
  });
}

export default { render };
