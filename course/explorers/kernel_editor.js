import { correlate, peak, shape, times, total, windowAt, zeros } from "./arithmetic.js";
import { cells, flow, gray, outputFrame, paint, show, signed, text, title } from "./drawing.js";
import { arrows, button, kernelGrid, page, redraw, row, send, whole } from "./controls.js";
import { initialize } from "./late.js";

// The response of every image to one kernel; null where the kernel is larger than the image.
export function responses(images, kernel) {
  return Object.entries(images).map(([name, image]) => {
    const output = correlate(image, kernel);
    return { name, image, output: output[0]?.length ? output : null };
  });
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// A picture that Python packed: one letter for each pixel, and the brightness that each letter stands for.
export function unpack({ columns, levels, pixels }) {
  const values = [...pixels].map((letter) => levels[LETTERS.indexOf(letter)]);
  return zeros(values.length / columns, columns).map((line, r) => values.slice(r * columns, (r + 1) * columns));
}

// Lowest and highest number of all responses.
export function range(answers) {
  let [low, high] = [Infinity, -Infinity];
  for (const { output } of answers)
    for (const line of output ?? []) for (const value of line) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}

const SIDE = 184;

function drawFour(kernel, answers, most, room) {
  const shade = signed(Math.max(most, 1));
  const size = Math.min(46, 150 / Math.max(...shape(kernel)));
  const sum = total(kernel);
  const below = 40 + shape(kernel)[0] * size;
  const first = [
    title(0, 16, "kernel"),
    cells("kernel", kernel, { y: 30, size, paint: signed(Math.max(peak(kernel), 1)) }),
    text(0, below + 24, "sum of its weights"),
    text(0, below + 52, show(sum), 'font-size="24" font-weight="600" data-value="sum"'),
    text(0, below + 82, "flat white area"),
    cells("flat", [[1, sum]], { y: below + 94, size: 42, paint: (v, r, c) => (c ? shade(v) : [255, 255, 255]) }),
  ];
  const panels = answers.map(({ name, image, output }, i) => {
    const pixel = SIDE / Math.max(...shape(image));
    const parts = [
      title(0, 16, name),
      cells(`image-${i}`, image, { y: 30, size: pixel, paint: gray(image), words: () => null }),
    ];
    if (output) {
      // Each answer stands below the middle of its window.
      const [down, right] = shape(kernel).map((size) => ((size - 1) / 2) * pixel);
      parts.push(cells(`response-${i}`, output, { x: right, y: 44 + SIDE + down, size: pixel, paint: shade }));
    } else {
      parts.push(text(0, 70 + SIDE, "the kernel is larger"));
    }
    return { width: SIDE, height: 46 + 2 * SIDE, parts };
  });
  const placed = flow([{ width: 156, height: below + 140, parts: first }, ...panels], room, 20);
  return { ...placed, sentence: `${spoken(kernel)}, and its response to four pictures, ${reach(answers)}.` };
}

const spoken = (kernel) =>
  `Kernel ${kernel.map((line) => line.map(show).join(" ")).join("; ")}, weights adding up to ${show(total(kernel))}`;
const reach = (answers) => {
  const [low, high] = range(answers);
  return low > high ? "which has no room" : `from ${show(low)} to ${show(high)}`;
};

function readout(kernel, answers, most) {
  const sum = total(kernel);
  const flat =
    Math.abs(sum) < 0.005
      ? "The weights add up to 0, so a flat area gives 0: only changes of brightness are left."
      : Math.abs(sum - 1) < 0.005
        ? "The weights add up to 1, so a flat area keeps its brightness."
        : `The weights add up to ${show(sum)}, so a flat white area gives ${show(sum)}.`;
  if (!answers.some(({ output }) => output)) return `${flat} The kernel is larger than the picture: no response.`;
  if (most < 1e-9) return `${flat} The response is 0 everywhere.`;
  const strongest = answers.filter(({ output }) => output && most - peak(output) < 1e-9).map(({ name }) => name);
  const where = answers.length > 1 ? ` The strongest is on: ${strongest.join(", ")}.` : "";
  return `${flat} The response goes <b class="out">${reach(answers)}</b>.${where}`;
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

const made = (tag, name, ...children) => {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...children);
  return element;
};

// Puts an image on a canvas, `offset` pixels from its corner; what is not covered stays see-through.
function fill(canvas, [rows, cols], image, shade, [down, right]) {
  [canvas.height, canvas.width] = [rows, cols];
  const data = new ImageData(cols, rows);
  image.forEach((line, r) =>
    line.forEach((value, c) => data.data.set([...shade(value), 255], 4 * ((r + down) * cols + c + right))),
  );
  canvas.getContext("2d").putImageData(data, 0, 0);
}

const brightness = (value) => new Array(3).fill(Math.round(255 * Math.max(0, Math.min(1, value))));

// Image and response side by side, pixel for pixel, and the numbers of the window under the pointer.
function twin(move) {
  const board = (name) => {
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    const mark = made("i", name === "image" ? "window-mark" : "output-mark");
    const area = made("div", "board", canvas, mark);
    const heading = made("figcaption", "");
    const legend = made("p", "legend");
    const point = ({ clientX, clientY }) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const [down, right] = [(clientY - top) / height, (clientX - left) / width];
      move([Math.floor(down * canvas.height), Math.floor(right * canvas.width)]);
    };
    area.addEventListener("pointermove", point);
    area.addEventListener("pointerdown", point);
    return { canvas, mark, area, heading, legend, whole: made("figure", name, heading, area, legend) };
  };
  const [left, right] = [board("image"), board("response")];
  const numbers = made("div", "numbers");
  left.area.tabIndex = 0;
  left.area.dataset.name = "place";
  left.area.setAttribute("role", "group");
  left.area.setAttribute("aria-label", "The window on the picture: arrow keys move it");
  return { left, right, numbers, whole: made("div", "twin", made("div", "pair", left.whole, right.whole), numbers) };
}

// Where a mark lies, in parts of the picture.
function lay(mark, [rows, cols], [r, c], [tall, wide]) {
  const percent = (value) => `${(100 * value).toFixed(3)}%`;
  Object.assign(mark.style, { top: percent(r / rows), left: percent(c / cols) });
  Object.assign(mark.style, { height: percent(tall / rows), width: percent(wide / cols) });
}

const NARROWEST = 150; // pixels that a heading wants, however narrow the picture

const middle = (kernel) => shape(kernel).map((size) => Math.floor((size - 1) / 2));

function drawTwin(view, name, image, kernel, { output }, most, room) {
  const { left, right } = view;
  const size = shape(image);
  const scale = Math.max(1, Math.floor(Math.min(360, (room - 16) / 2) / Math.max(...size)));
  const column = Math.max(size[1] * scale, Math.min(NARROWEST, Math.floor((room - 16) / 2)));
  for (const { canvas, area, whole } of [left, right]) {
    whole.style.width = `${column}px`; // heading and legend wrap in it
    area.style.width = `${size[1] * scale}px`;
    canvas.style.aspectRatio = `${size[1]} / ${size[0]}`;
  }
  const asPicture = Math.abs(total(kernel) - 1) < 0.005;
  fill(left.canvas, size, image, brightness, [0, 0]);
  fill(right.canvas, size, output ?? [], asPicture ? brightness : signed(Math.max(most, 0.01)), middle(kernel));
  left.heading.textContent = name;
  right.heading.textContent = "response";
  right.legend.textContent = !output
    ? "The kernel is larger."
    : asPicture
      ? "0 black, 1 white"
      : `${show(-most)} orange, 0 white, ${show(most)} purple`;
  left.canvas.setAttribute("aria-label", `${name}, ${size[0]} by ${size[1]} pixels.`);
  right.canvas.setAttribute("aria-label", `${spoken(kernel)}, and its response, ${reach([{ output }])}.`);
  return size[0] * scale < 150 ? 0 : room - 2 * (column + 16); // beside a flat picture there would be a hole
}

// Window × kernel = one number of the response, where the window lies.
function drawNumbers(view, image, kernel, output, [r, c], room) {
  const { left, right, numbers } = view;
  left.mark.hidden = right.mark.hidden = !output;
  if (!output) return paint(numbers, { width: 9, height: 9, sentence: "No number.", parts: [] });
  const size = shape(kernel);
  const half = middle(kernel);
  lay(left.mark, shape(image), [r, c], size);
  lay(right.mark, shape(image), [r + half[0], c + half[1]], [1, 1]);
  const seen = windowAt(image, size, [r, c]);
  const cell = Math.min(44, 150 / Math.max(...size));
  const height = 30 + size[0] * cell;
  const value = total(times(seen, kernel));
  const grid = (words, note, name, values, shade) => ({
    width: Math.max(110, size[1] * cell),
    height,
    parts: [title(0, 16, words, note), cells(name, values, { y: 28, size: cell, paint: shade })],
  });
  const panels = [
    grid("window", `[${r}, ${c}]`, "window", seen, brightness),
    grid("× kernel", "", "kernel", kernel, signed(Math.max(peak(kernel), 1))),
    {
      width: 120,
      height: 88,
      parts: [
        title(0, 16, "= response"),
        cells("value", [[value]], { y: 28, size: 56, paint: signed(Math.max(peak(output), 0.01)) }),
        outputFrame(0, 28, 56),
      ],
    },
  ];
  const placed = flow(panels, room, 24);
  const sentence = `The window at row ${r}, column ${c}; its products with the kernel add up to ${show(value)}.`;
  paint(numbers, { ...placed, height: placed.height + 4, sentence });
}

const LONGEST = 120; // pixels, of a picture of one's own

// What a canvas can draw of a file: pixels, of an animation the first picture, or a drawing (SVG), which has none.
async function decoded(file) {
  try {
    return await createImageBitmap(file);
  } catch {
    const drawing = Object.assign(new Image(), { src: URL.createObjectURL(file) });
    try {
      await drawing.decode();
      return drawing;
    } finally {
      URL.revokeObjectURL(drawing.src);
    }
  }
}

// Read a file in the browser: brightness from 0 to 1, at most 120 pixels long. It goes nowhere.
async function readFile(file) {
  const bitmap = await decoded(file);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const [cols, rows] = [bitmap.width, bitmap.height].map((size) => Math.max(1, Math.round(size * scale)));
  const canvas = Object.assign(document.createElement("canvas"), { width: cols, height: rows });
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#fff"; // under what is transparent
  context.fillRect(0, 0, cols, rows);
  context.drawImage(bitmap, 0, 0, cols, rows);
  const { data } = context.getImageData(0, 0, cols, rows);
  const value = (i) => (0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2]) / 255;
  return zeros(rows, cols).map((line, r) => line.map((_, c) => value(4 * (r * cols + c))));
}

const FOUR = "four small pictures";
const OWN = "your own picture";

function render({ model, el }) {
  const invitation = "Change a weight. Which edges light up, and with which sign? Point at a pixel for its numbers.";
  const view = page(el, "kernel-editor", "Make a kernel.", invitation);
  const photos = Object.fromEntries(Object.entries(model.get("_photos")).map(([name, one]) => [name, unpack(one)]));
  let own = null; // stays in this page: the model, and with it Python and the notebook, never sees it
  let shown = null; // what `own` is for: the reader's picture is on screen
  let place = [40, 40]; // of the window on the picture

  const small = made("div", "four");
  const boards = twin((pixel) => go(pixel.map((at, axis) => at - middle(model.get("kernel"))[axis])));
  view.picture.append(boards.whole, small);

  const select = made("select", "");
  select.dataset.name = "image";
  const options = [...Object.keys(photos), FOUR, OWN].map((name) => new Option(name, name));
  select.append(...options);
  options.at(-1).disabled = true;
  const file = Object.assign(made("input", "own"), { type: "file", accept: "image/*" });
  file.dataset.name = "own";
  const label = (words, input) => made("label", "", made("span", "", words), input);
  const names = Object.entries(model.get("_kernels")).map(([name, kernel]) =>
    button(name, () => send(model, { kernel }), { "data-name": `kernel:${name}` }),
  );
  const rows = made("div", "explorer-lines");
  rows.append(
    row(...names, made("span", "together", sizeBox(model, 0, "rows"), sizeBox(model, 1, "columns"))),
    row(label("picture", select), label("or your own, which stays on this computer", file)),
  );
  view.controls.append(kernelGrid(model, "kernel", "kernel"), rows);

  const state = () => {
    const name = shown ?? model.get("image");
    const images = name === FOUR ? model.get("_small") : { [name]: shown ? own : photos[name] };
    const kernel = model.get("kernel");
    const answers = responses(images, kernel);
    return { name, kernel, answers, most: Math.max(0, ...answers.map(({ output }) => (output ? peak(output) : 0))) };
  };
  let now = state();
  let space = 1000;
  const number = () => {
    const { image, output } = now.answers[0];
    if (output) place = place.map((at, axis) => Math.max(0, Math.min(shape(output)[axis] - 1, at)));
    drawNumbers(boards, image, now.kernel, output, place, space);
  };
  const go = (to) => {
    place = to;
    number();
  };
  const refresh = (room) => {
    now = state();
    const { name, kernel, answers, most } = now;
    const four = name === FOUR;
    [boards.whole.hidden, small.hidden] = [four, !four];
    select.value = name;
    for (const one of names) one.setAttribute("aria-pressed", `${ready(model, one)}`);
    if (four) {
      paint(small, drawFour(kernel, answers, most, room));
    } else {
      const beside = drawTwin(boards, name, answers[0].image, kernel, answers[0], most, room);
      space = beside < 170 ? room : 170; // below the pictures in a line, or beside them in a column
      number();
    }
    view.readout.innerHTML = readout(kernel, answers, most);
  };
  const again = redraw(model, ["kernel", "image"], view.picture, refresh);

  const choose = (name) => {
    shown = name === OWN ? OWN : null;
    if (!shown) send(model, { image: name });
    again();
  };
  select.addEventListener("change", () => choose(select.value));
  model.on("change:image", () => (shown = null));
  file.addEventListener("change", async () => {
    if (!file.files.length) return;
    try {
      own = await readFile(file.files[0]);
      options.at(-1).disabled = false;
      choose(OWN);
    } catch {
      view.readout.textContent = `The browser cannot read this file as a picture: ${file.files[0].name}. Try a PNG or JPEG.`;
    }
  });
  arrows(boards.left.area, { move: ([down, right]) => go([place[0] + down, place[1] + right]), press: () => {} });
}

const ready = (model, { dataset }) =>
  JSON.stringify(model.get("_kernels")[dataset.name.slice(7)]) === JSON.stringify(model.get("kernel"));

export default { initialize, render };
