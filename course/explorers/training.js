import { BLUE, ORANGE, box, flow, line, paint, plural, show, text, title } from "./drawing.js";
import { choice, page, player, redraw, row, slider, tick, whole } from "./controls.js";
import { initialize } from "./late.js";

const TARGET = [1, -1, 0]; // the kernel and bias that the training should find

// Sums of products of the pixel pair (a, b) and 1 over all windows: the loss is (w - TARGET)' A (w - TARGET).
export function moments(image) {
  const pairs = image.flatMap((line) => line.slice(1).map((b, i) => [line[i], b, 1]));
  const A = [0, 1, 2].map((i) => [0, 1, 2].map((j) => pairs.reduce((sum, pair) => sum + pair[i] * pair[j], 0)));
  return { A, count: pairs.length };
}

const apply = (A, v) => A.map((line) => line.reduce((sum, a, i) => sum + a * v[i], 0));
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

// The curvature (Hessian) of the loss that is being trained: without a bias its row and column are 0.
export function hessian(image, { reduction, bias }) {
  const { A, count } = moments(image);
  const scale = 2 / (reduction === "mean" ? count : 1);
  return A.map((line, i) => line.map((a, j) => (!bias && (i === 2 || j === 2) ? 0 : scale * a)));
}

// Gradient descent: weight [w0, w1, b], gradient as .grad holds it, and loss at every step.
export function descend(image, { start, rate, steps, zero_grad, reduction, bias }) {
  const H = hessian(image, { reduction, bias });
  const path = [];
  let weight = [...start, 0];
  let held = [0, 0, 0];
  for (let step = 0; step <= steps; step++) {
    const error = weight.map((w, i) => w - TARGET[i]);
    const slope = apply(H, error);
    held = zero_grad ? slope : held.map((g, i) => g + slope[i]);
    path.push({ weight, gradient: held, loss: dot(error, slope) / 2 });
    weight = weight.map((w, i) => w - rate * held[i]);
  }
  return path;
}

const SIZE = 300;
const HALF = 2.6; // weights shown on each side of the target
const TOP = 30;

// Loss surface seen from above: contour lines, the path so far, where it is now.
function surface(H, path, step, bias) {
  const at = (w0, w1) => [SIZE / 2 + ((w0 - 1) / HALF) * (SIZE / 2), SIZE / 2 - ((w1 + 1) / HALF) * (SIZE / 2)];
  const { weight } = path[step];
  const b = weight[2];
  // With a bias we see the slice at the present bias; its lowest point moves along.
  const [[p, q], [, r]] = H;
  const shift = [H[0][2], H[1][2]].map((h, i, hs) => (-b * (h * (i ? p : r) - q * hs[1 - i])) / (p * r - q * q));
  const floor = (b * b * H[2][2] + b * (shift[0] * H[0][2] + shift[1] * H[1][2])) / 2;
  const [cx, cy] = at(1 + shift[0], -1 + shift[1]);
  const scale = H[0][0] / 36; // 1 for the summed loss
  const rings = [300, 100, 30, 10, 3, 1].map((level) => {
    const height = level * scale - floor;
    if (height <= 0) return "";
    const unit = SIZE / 2 / HALF;
    const [steep, shallow] = [p + q, p - q].map((curve) => unit * Math.sqrt((2 * height) / curve));
    const shade = 0.05 + 0.03 * Math.log10(300 / level);
    const ring = `<ellipse rx="${steep}" ry="${shallow}" transform="translate(${cx},${cy}) rotate(-45)" fill="#002051" fill-opacity="${shade}" stroke="#8c959f"/>`;
    return ring;
  });
  const all = path.map(({ weight: [w0, w1] }) => at(w0, w1));
  const outside = ([x, y]) => !(Math.abs(x - SIZE / 2) < SIZE / 2 && Math.abs(y - SIZE / 2) < SIZE / 2);
  const lost = all.findIndex(([x, y]) => !(Math.hypot(x, y) < 4 * SIZE));
  const points = lost < 0 ? all : all.slice(0, lost); // a path that blows up would cover the picture
  const walked = points.slice(0, step + 1);
  const [gx, gy] = at(1, -1);
  const [nx, ny] = points[step] ?? [-99, -99];
  const axes = [-3, -2, -1, 0, 1, 2, 3].flatMap((tick) => {
    const [x, y] = at(tick, tick);
    return [
      x > 20 && x < SIZE - 8 ? text(x, SIZE - 7, show(tick), 'class="middle note" font-size="11"') : "",
      y > 12 && y < SIZE - 20 ? text(10, y, show(tick), 'class="middle note" font-size="11"') : "",
    ];
  });
  const map =
    `<svg x="1" y="${TOP}" width="${SIZE}" height="${SIZE}">${box(0, 0, SIZE, SIZE, 'fill="#fff"')}${rings.join("")}${axes.join("")}` +
    `<polyline points="${points.join(" ")}" fill="none" stroke="#6b7680" stroke-width="1" stroke-dasharray="3 3"/>` +
    `<polyline points="${walked.join(" ")}" fill="none" stroke="${BLUE}" stroke-width="2.5"/>` +
    walked.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="${BLUE}"/>`).join("") +
    `<path d="M${gx - 7},${gy}H${gx + 7}M${gx},${gy - 7}V${gy + 7}" stroke="#1a1a1a" stroke-width="2.5"/>` +
    `<circle cx="${nx}" cy="${ny}" r="8" fill="none" stroke="${ORANGE}" stroke-width="3.5"/>` +
    (!outside([nx, ny])
      ? ""
      : text(SIZE / 2, 22, "outside this picture", 'class="middle" fill="#a84800" font-weight="600"')) +
    `</svg>${box(1, TOP, SIZE, SIZE, 'fill="none" stroke="#8c959f"')}`;
  const note = bias ? `w₀ across, w₁ up, bias ${show(b)}` : "w₀ across, w₁ up";
  return { width: SIZE + 2, height: TOP + SIZE, parts: [title(0, 16, "loss surface", note), map] };
}

// Loss at every step on a logarithmic axis, whole decades.
function curve(path, step) {
  const width = 280;
  const log = (loss) => (Number.isFinite(loss) ? Math.log10(Math.max(loss, 1e-10)) : 300);
  const logs = path.map(({ loss }) => log(loss));
  const low = Math.floor(Math.min(...logs, -1));
  const high = Math.ceil(Math.max(...logs, 2));
  const px = (i) => 50 + (i / (path.length - 1)) * (width - 62);
  const py = (value) => TOP + SIZE - 24 - ((value - low) / (high - low)) * (SIZE - 40);
  const parts = [box(40, TOP, width - 40, SIZE, 'fill="none" stroke="#8c959f"')];
  const stride = Math.ceil((high - low) / 7);
  for (let decade = low; decade <= high; decade += stride) {
    parts.push(line(40, py(decade), width, py(decade), 'stroke="#e3e6e8"'));
    const exponent = `<tspan dy="-4" font-size="9">${show(decade)}</tspan>`;
    parts.push(
      text(
        34,
        py(decade) + 4,
        decade === 0 ? "1" : `10${exponent}`,
        'text-anchor="end" class="note" font-size="12"',
      ),
    );
  }
  parts.push(text(px(0), TOP + SIZE - 7, "0", 'class="middle note" font-size="11"'));
  parts.push(text(px(path.length - 1) - 4, TOP + SIZE - 7, `${path.length - 1}`, 'class="middle note" font-size="11"'));
  const points = logs.map((value, i) => [px(i), py(value)]);
  parts.push(`<polyline points="${points.join(" ")}" fill="none" stroke="#6b7680" stroke-dasharray="3 3"/>`);
  parts.push(
    `<polyline points="${points.slice(0, step + 1).join(" ")}" fill="none" stroke="${BLUE}" stroke-width="2.5"/>`,
  );
  parts.push(
    `<circle cx="${px(step)}" cy="${py(logs[step])}" r="7" fill="none" stroke="${ORANGE}" stroke-width="3.5"/>`,
  );
  return { width, height: TOP + SIZE, parts: [title(40, 16, "loss at each step"), parts.join("")] };
}

const pair = ([w0, w1]) => `[${show(w0)}, ${show(w1)}]`;

const LOWEST = -3;
const HIGHEST = 0.5;
const exact = (rate) => String(+rate.toPrecision(3));
const exactly = (loss) => (loss >= 0.01 || !Number.isFinite(loss) ? show(loss) : loss.toExponential(1).replace("-", "−"));

// Weight, gradient and the next weight in numbers. The largest rate that settles is for the learner to find.
function ledger({ weight, gradient, loss }, settings, step) {
  const shown = (v) => pair(v) + (settings.bias ? ` bias ${show(v[2])}` : "");
  const next = weight.map((w, i) => w - settings.rate * gradient[i]);
  const lines = [
    ["weight", shown(weight), "weight"],
    ["gradient, as .grad holds it", shown(gradient), "gradient"],
    ["loss", exactly(loss), "loss"],
    ["next weight = weight − rate × gradient", shown(next), "next"],
  ];
  const parts = lines.flatMap(([label, value, name], i) => [
    text(0, TOP + 14 + i * 52, label, 'class="note"'),
    text(0, TOP + 36 + i * 52, value, `font-size="${Math.min(17, 500 / value.length).toFixed(1)}" data-value="${name}"`),
  ]);
  return { width: 290, height: TOP + 210, parts: [title(0, 16, `step ${step}`), ...parts] };
}

function readout({ zero_grad, steps }, path) {
  const [before, end] = [path[steps - 1], path[steps]];
  const factor = end.loss / before.loss;
  const change = !Number.isFinite(end.loss)
    ? "The loss has grown beyond what a number can hold."
    : before.loss < 1e-12
      ? "The loss has reached 0: there is nothing left to learn."
      : `The last step multiplied the loss by <b class="out">${show(factor)}</b>: it ${factor < 1 ? "falls" : "grows"}.`;
  const held = zero_grad ? "" : " Without zero_grad every gradient is added to the ones before.";
  return `${change}${held}<br>After ${plural(steps, "step")} the kernel is ${pair(end.weight)}; the target is [1, −1].`;
}

const SETTINGS = ["start", "rate", "steps", "zero_grad", "reduction", "bias", "step"];

function render({ model, el }) {
  const invitation = "Move the rate to the right until the path no longer settles on the cross. From which rate on?";
  const view = page(el, "training", "Train a kernel.", invitation);
  const settings = () => Object.fromEntries(SETTINGS.map((name) => [name, model.get(name)]));
  const steps = player(model, view.readout, { last: () => model.get("steps"), first: 0 });
  const rate = slider(model, "rate", "learning rate", {
    range: () => [LOWEST, HIGHEST],
    step: 0.01,
    read: () => Math.log10(model.get("rate")),
    write: (power) => (model.set("rate", +(10 ** power).toPrecision(3)), model.save_changes()),
    say: (power) => exact(10 ** power),
  });
  const rows = document.createElement("div");
  rows.className = "explorer-lines";
  const reductions = [
    ["sum", "sum of squares"],
    ["mean", "mean of squares"],
  ];
  rows.append(
    row(
      rate,
      whole(model, "steps", "steps", [1, 60]),
      choice(model, "reduction", "loss", reductions),
      tick(model, "zero_grad", "zero_grad"),
      tick(model, "bias", "bias"),
    ),
    steps.buttons,
  );
  view.controls.append(rows);

  redraw(model, SETTINGS, view.picture, (room) => {
    const now = settings();
    const image = model.get("_image");
    const path = descend(image, now);
    const step = Math.min(now.step, now.steps);
    steps.refresh();
    const { weight, loss } = path[step];
    const sentence =
      `Loss surface over the two weights, and the loss at every step, at learning rate ${exact(now.rate)}. ` +
      `At step ${step} the weight is ${show(weight[0])}, ${show(weight[1])} and the loss ${exactly(loss)}.`;
    const panels = [surface(hessian(image, now), path, step, now.bias), curve(path, step), ledger(path[step], now, step)];
    const placed = flow(panels, room);
    paint(view.picture, { ...placed, height: placed.height + 4, sentence });
    view.readout.innerHTML = readout(now, path);
  });
  return steps.stop;
}

export default { initialize, render };
