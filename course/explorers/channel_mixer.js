import { correlate, peak, shape, zeros } from "./arithmetic.js";
import {
  ORANGE,
  box,
  cells,
  flow,
  gray,
  outputFrame,
  paint,
  plural,
  show,
  inSum,
  signed,
  text,
  title,
  windowFrame,
} from "./drawing.js";
import { kernelGrid, onCell, page, player, presets, redraw, row, send, whole } from "./controls.js";
import { initialize } from "./late.js";

const add = (a, b) => a.map((line, r) => line.map((value, c) => value + b[r][c]));

// For each output channel: the map of every input channel alone, and their running sums.
export function mix(image, weight) {
  return weight.map((kernels) => {
    const maps = kernels.map((kernel, c) => correlate(image[c], kernel));
    const sums = maps.map((_, c) => maps.slice(0, c + 1).reduce(add));
    return { maps, sums, output: sums[sums.length - 1] };
  });
}

const TOP = 34;

// Every kernel of the layer in its place: one row for each output channel, one column for each input channel.
function layout(weight, chosen) {
  const x = 12;
  const [k_rows, k_cols] = shape(weight[0][0]);
  const size = Math.min(26, 60 / Math.max(k_rows, k_cols));
  const [stepX, stepY] = [k_cols * size + 10, k_rows * size + 14];
  const most = Math.max(1, ...weight.flat().map(peak));
  const shapes = `(${weight.length}, ${weight[0].length}, ${k_rows}, ${k_cols})`;
  const parts = [title(0, 16, "weight", shapes)];
  const grids = weight.flatMap((kernels, o) =>
    kernels.map((kernel, c) =>
      cells(`weight-${o}-${c}`, kernel, { x: x + 30 + c * stepX, y: TOP + 24 + o * stepY, size, paint: signed(most) }),
    ),
  );
  parts.push(...grids);
  weight[0].forEach((_, c) =>
    parts.push(
      text(x + 30 + c * stepX + (k_cols * size) / 2, TOP + 8, `in ${c}`, 'class="middle note" font-size="12"'),
    ),
  );
  weight.forEach((_, o) =>
    parts.push(
      text(
        0,
        TOP + 24 + o * stepY + (k_rows * size) / 2,
        `out ${o}`,
        'class="note" font-size="12" dominant-baseline="central"',
      ),
    ),
  );
  parts.push(outputFrame(x + 24, TOP + 18 + chosen * stepY, weight[0].length * stepX + 2, k_rows * size + 12));
  return { parts, width: Math.max(160, x + 30 + weight[0].length * stepX), height: TOP + 24 + weight.length * stepY };
}

// One output channel: each input channel with its own kernel, and the sum that grows channel by channel.
function drawSum(image, weight, chosen, step) {
  const mixed = mix(image, weight);
  const { maps, sums } = mixed[chosen];
  const [rows, cols] = shape(image[0]);
  const [y_rows, y_cols] = shape(maps[0]);
  const [k_rows, k_cols] = shape(weight[0][0]);
  const size = Math.min(30, 104 / Math.max(rows, cols));
  const tall = Math.max(rows, k_rows, y_rows) * size + 16;
  const paint = signed(Math.max(1, ...sums.map(peak), ...maps.map(peak)));
  const x = [0, cols * size + 36, (cols + k_cols) * size + 72, (cols + k_cols + y_cols) * size + 118];
  const parts = [
    title(x[0], 16, "input"),
    title(x[1], 16, "kernel"),
    title(x[2], 16, "its map"),
    title(x[3], 16, "running sum"),
  ];
  image.forEach((channel, c) => {
    const middle = TOP + c * tall + (tall - 16) / 2;
    const put = (name, values, left, how) =>
      cells(name, values, { x: left, y: middle - (values.length * size) / 2, size, ...how });
    const sign = (left, word) => text(left - 18, middle, word, 'class="middle" font-size="18"');
    const later = () => c > step;
    parts.push(
      put(`input-${c}`, channel, x[0], { paint: gray(image.flat()) }),
      sign(x[1], "∗"),
      put(`kernel-${c}`, weight[chosen][c], x[1], { paint: signed(Math.max(1, ...weight.flat().map(peak))) }),
      sign(x[2], "="),
      put(`map-${c}`, maps[c], x[2], { paint, empty: later }),
      sign(x[3] - 4, c ? "+" : "→"),
      put(`sum-${c}`, sums[c], x[3], { paint, empty: later }),
    );
    if (c === step) parts.push(outputFrame(x[3], middle - (y_rows * size) / 2, y_cols * size, y_rows * size));
  });
  const done = step === image.length - 1;
  parts.push(
    text(
      x[3],
      TOP + image.length * tall + 4,
      done ? `= output channel ${chosen}` : "",
      `fill="#a84800" font-weight="600"`,
    ),
  );
  return { parts, width: x[3] + Math.max(y_cols * size, 130), height: TOP + image.length * tall + 12 };
}

// A 1 × 1 layer at one pixel: the weight matrix times the column of that pixel's channels.
function drawPixel(image, weight, chosen, step) {
  const [rows, cols] = shape(image[0]);
  const at = [Math.floor(step / cols), step % cols];
  const matrix = weight.map((kernels) => kernels.map((kernel) => kernel[0][0]));
  const column = image.map((channel) => [channel[at[0]][at[1]]]);
  const result = matrix.map((line) => [line.reduce((sum, w, c) => sum + w * column[c][0], 0)]);
  const output = mix(image, weight).map(({ output }) => output);
  const paint = signed(Math.max(1, ...output.map(peak)));
  const size = Math.min(26, 92 / Math.max(rows, cols));
  const gap = size * rows + 12;
  const height = TOP + 20 + Math.max(image.length, weight.length) * gap;
  const big = 44;
  const middle = (TOP + height) / 2;
  const x = [0, cols * size + 60];
  x[2] = x[1] + matrix[0].length * big + 36;
  x[3] = x[2] + big + 44;
  x[4] = x[3] + big + 60;
  const top = (count) => middle - (count * big) / 2;
  const parts = [title(x[0], 16, "input"), title(x[4], 16, "output"), title(x[1], 16, "weight × pixel = output")];
  image.forEach((channel, c) => {
    parts.push(cells(`input-${c}`, channel, { x: x[0], y: TOP + c * gap, size, paint: gray(image.flat()) }));
    parts.push(windowFrame(x[0] + at[1] * size, TOP + c * gap + at[0] * size, size, size));
  });
  output.forEach((map, o) => {
    parts.push(cells(`output-${o}`, map, { x: x[4], y: TOP + o * gap, size, paint }));
    parts.push(outputFrame(x[4] + at[1] * size, TOP + o * gap + at[0] * size, size));
  });
  parts.push(
    cells("matrix", matrix, { x: x[1], y: top(matrix.length), size: big, paint: signed(Math.max(1, peak(matrix))) }),
    box(
      x[1] + 1,
      top(matrix.length) + chosen * big + 1,
      matrix[0].length * big - 2,
      big - 2,
      `fill="none" stroke="${ORANGE}" stroke-width="2"`,
    ),
    text(x[2] - 18, middle, "×", 'class="middle" font-size="20"'),
    cells("pixel", column, { x: x[2], y: top(column.length), size: big, paint: gray(image.flat()) }),
    windowFrame(x[2], top(column.length), big, column.length * big),
    text(x[3] - 22, middle, "=", 'class="middle" font-size="20"'),
    cells("result", result, { x: x[3], y: top(result.length), size: big, paint }),
    outputFrame(x[3], top(result.length) + chosen * big, big),
  );
  return { parts, width: x[4] + Math.max(cols * size, 60), height };
}

function readout(image, weight, chosen, step) {
  const [k_rows, k_cols] = shape(weight[0][0]);
  const count = `weight has shape (${weight.length}, ${image.length}, ${k_rows}, ${k_cols}): ${plural(weight.length * image.length * k_rows * k_cols, "number")}.`;
  if (k_rows * k_cols > 1) {
    const { maps, sums } = mix(image, weight)[chosen];
    const terms = maps.slice(0, step + 1).map((map) => inSum(map[0][0]));
    const rest = image.length - step - 1;
    const value = `<b class="out">${show(sums[step][0][0])}</b>`;
    const made = step ? `${terms.join(" + ")} = ${value}` : value;
    const more = rest ? ` so far, ${plural(rest, "channel")} to go` : "";
    return `Output channel ${chosen}, first number: ${made}${more}.<br>The ${count}`;
  }
  const cols = shape(image[0])[1];
  const [r, c] = [Math.floor(step / cols), step % cols];
  const terms = weight[chosen].map((kernel, i) => `${show(kernel[0][0])} × ${inSum(image[i][r][c])}`);
  const value = mix(image, weight)[chosen].output[r][c];
  return `Pixel [${r}, ${c}], output channel ${chosen}: ${terms.join(" + ")} = <b class="out">${show(value)}</b>. The same matrix works at every pixel.<br>The ${count}`;
}

const SETTINGS = ["image", "weight", "channels_in", "channels_out", "out_channel", "step"];

function render({ model, el }) {
  const invitation = "One output channel adds up all input channels, each through its own kernel. Press Next.";
  const view = page(el, "channel-mixer", "Mix channels.", invitation);
  // The part of image and weight that is switched on.
  const now = () => {
    const channels = model.get("channels_in");
    const weight = model
      .get("weight")
      .slice(0, model.get("channels_out"))
      .map((kernels) => kernels.slice(0, channels));
    const image = model.get("image").slice(0, channels);
    const one = shape(weight[0][0]).every((size) => size === 1);
    const last = (one ? image[0].length * image[0][0].length : channels) - 1;
    const chosen = Math.min(model.get("out_channel"), weight.length - 1);
    return { image, weight, one, last, chosen, step: Math.min(model.get("step"), last) };
  };
  const steps = player(model, view.readout, { last: () => now().last, word: "step" });
  const most = [shape(model.get("weight")[0])[0], model.get("weight").length];
  const choose = whole(model, "out_channel", "show output channel", [0, most[1] - 1], { read: () => now().chosen });

  const kernels = Array.from({ length: most[0] }, (_, c) => {
    const write = (kernel) => {
      const { chosen } = now();
      const put = (line, i) => (i === c ? kernel : line);
      send(model, { weight: model.get("weight").map((lines, o) => (o === chosen ? lines.map(put) : lines)) });
    };
    return kernelGrid(model, "weight", `in ${c}`, {
      read: () => model.get("weight")[now().chosen][c],
      write,
      part: `kernel for input channel ${c}`,
      tag: `weight[${c}]`,
    });
  });
  const rows = document.createElement("div");
  rows.className = "explorer-lines";
  const first = row(
    presets(model, "weight", "kernels", model.get("_weights")),
    whole(model, "channels_in", "channels in", [1, most[0]]),
    whole(model, "channels_out", "out", [1, most[1]]),
    choose,
  );
  rows.append(first, steps.buttons);
  view.controls.append(row(...kernels), rows);

  onCell(view.picture, "input-0", (r, c) => now().one && steps.go(r * now().image[0][0].length + c));
  redraw(model, SETTINGS, view.picture, (room) => {
    const { image, weight, one, chosen, step } = now();
    kernels.forEach((grid, c) => {
      grid.hidden = c >= image.length;
      grid.refresh();
    });
    steps.refresh();
    const main = (one ? drawPixel : drawSum)(image, weight, chosen, step);
    const placed = flow([main, layout(weight, chosen)], room, 48);
    const { output } = mix(image, weight)[chosen];
    const sentence =
      `${plural(image.length, "input channel")}, ${plural(weight.length, "output channel")}. Output channel ${chosen} is ` +
      `${output.map((line) => line.map(show).join(" ")).join("; ")}, the sum over its input channels.`;
    paint(view.picture, { ...placed, height: placed.height + 4, sentence });
    view.readout.innerHTML = readout(image, weight, chosen, step);
  });
  return steps.stop;
}

export default { initialize, render };
