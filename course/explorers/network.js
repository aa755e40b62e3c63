import { correlate, peak, zeros } from "./arithmetic.js";
import { BLUE, box, cells, flow, gray, outputFrame, paint, show, signed, text, title, windowFrame } from "./drawing.js";
import { arrows, button, page, redraw, row, send } from "./controls.js";
import { initialize } from "./late.js";

// Everything the network computes for one picture: maps (after ReLU), the largest number of each and where, the scores.
export function look(image, { weight, bias, vote, vote_bias }) {
  const maps = weight.map((kernel, k) =>
    correlate(image, kernel).map((line) => line.map((value) => Math.max(0, value + bias[k]))),
  );
  const found = maps.map(peak);
  const at = maps.map((map, k) => {
    const r = map.findIndex((line) => line.includes(found[k]));
    return [r, map[r].indexOf(found[k])];
  });
  const scores = vote.map((line, d) => line.reduce((sum, w, k) => sum + w * found[k], vote_bias[d]));
  return { maps, found, at, scores, best: scores.indexOf(Math.max(...scores)) };
}

// The picture moved by [down, right] pixels; null if something bright would leave it.
export function moved(image, [down, right]) {
  const shifted = zeros(image.length, image[0].length);
  for (const [r, line] of image.entries())
    for (const [c, value] of line.entries()) {
      if (!value) continue;
      if (shifted[r + down]?.[c + right] === undefined) return null;
      shifted[r + down][c + right] = value;
    }
  return shifted;
}

const NAMES = ["horizontal", "vertical", "falling", "rising"];
const SIGNS = ["—", "|", "\\", "/"];
const TOP = 34;
const PIXEL = 23;
const PITCH = 230; // from one kernel and its map to the next

function drawBoard(image, seen, kernel, cursor) {
  const side = image.length * PIXEL;
  const parts = [
    title(0, 16, "picture", "click, or arrow keys and Space"),
    cells("picture", image, { y: TOP, size: PIXEL, paint: gray(image), words: () => null }),
  ];
  const [r, c] = seen.at[kernel];
  if (seen.found[kernel] > 0) parts.push(windowFrame(c * PIXEL, TOP + r * PIXEL, 3 * PIXEL, 3 * PIXEL));
  const [x, y] = [cursor[1] * PIXEL, TOP + cursor[0] * PIXEL];
  parts.push(box(x + 5, y + 5, PIXEL - 10, PIXEL - 10, 'class="cursor" fill="none" stroke="#8c959f" stroke-width="2"'));
  return { width: side + 2, height: TOP + side, parts };
}

const brief = (value) => show(+value.toFixed(1));

// In one or two columns: kernel, its map with the largest number framed, that number.
function drawMaps({ maps, found, at }, weight, chosen, columns) {
  const most = Math.max(1, ...weight.map(peak));
  const shade = signed(Math.max(1, ...found));
  const size = 12;
  const parts = [title(0, 16, "four kernels", "and what each answers")];
  maps.forEach((map, k) => {
    const [x, y] = [(k % columns) * PITCH, TOP + Math.floor(k / columns) * 150];
    const [r, c] = at[k];
    parts.push(
      cells(`kernel-${k}`, weight[k], { x, y: y + 24, size: 22, paint: signed(most), words: brief }),
      text(x + 83, y + 60, "→", 'class="middle" font-size="18"'),
      cells(`map-${k}`, map, { x: x + 100, y, size, paint: shade }),
      text(x, y + 14, `kernel ${k}`, `class="note" ${k === chosen ? `style="fill:${BLUE};font-weight:600"` : ""}`),
      text(x, y + 112, `max ${show(found[k])}`, `font-weight="600" data-value="found-${k}"`),
    );
    if (found[k] > 0) parts.push(outputFrame(x + 100 + c * size - 3, y + r * size - 3, size + 6));
  });
  return { width: PITCH * columns - 10, height: TOP + (4 / columns) * 150 - 28, parts };
}

// One bar for each direction; the longest is the answer.
function drawScores({ scores, best }) {
  const most = Math.max(1, ...scores.map(Math.abs));
  const parts = [title(0, 16, "votes")];
  scores.forEach((score, d) => {
    const [y, length] = [TOP + d * 50, (70 * Math.abs(score)) / most];
    const colour = d === best ? "#0072B2" : "#b0b7be";
    parts.push(
      text(0, y + 12, `${SIGNS[d]} ${NAMES[d]}`, d === best ? 'font-weight="600"' : ""),
      box(score < 0 ? 75 - length : 75, y + 19, length, 14, `fill="${colour}"`),
      box(74.5, y + 16, 1, 20, 'fill="#1a1a1a"'),
      text(198, y + 31, score.toFixed(2).replace("-", "−"), `text-anchor="end" data-value="score-${d}"`),
    );
  });
  return { width: 200, height: TOP + 200, parts };
}

function draw(image, seen, weight, kernel, cursor, room) {
  const [board, scores] = [drawBoard(image, seen, kernel, cursor), drawScores(seen)];
  const maps = drawMaps(seen, weight, kernel, room < 2 * PITCH - 10 ? 1 : 2);
  const narrow = room < board.width + maps.width + scores.width + 48;
  const placed = flow(narrow ? [board, scores, maps] : [board, maps, scores], room, 24);
  const sentence =
    `A picture of ${image.length} by ${image.length} pixels, ${image.flat().filter((value) => value > 0.5).length} of them bright. The largest ` +
    `answers of the four kernels are ${seen.found.map(show).join(", ")}. Votes: ` +
    `${seen.scores.map((score, d) => `${NAMES[d]} ${show(score)}`).join(", ")}.`;
  return { ...placed, height: placed.height + 4, sentence };
}

function readout(image, { found, at, scores, best }, vote, kernel) {
  if (!image.flat().some((value) => value)) return "Nothing is drawn. Draw a bar, or press one of the four.";
  const where = `row ${at[kernel][0]}, column ${at[kernel][1]}`;
  const shares = found.map((value, k) => `${show(value)} × ${vote[best][k] < 0 ? `(${show(vote[best][k])})` : show(vote[best][k])}`);
  return (
    `The answer: <b class="out">${NAMES[best]}</b>, with ${shares.join(" + ")}, and its bias, = ${show(scores[best])}.<br>` +
    `Kernel ${kernel} speaks for it most: its largest number stands in ${where} of its map, from the blue window.`
  );
}

const WAYS = { "←": [0, -1], "↑": [-1, 0], "↓": [1, 0], "→": [0, 1] };
const WORDS = { "←": "left", "↑": "up", "↓": "down", "→": "right" };

function render({ model, el }) {
  const invitation = "Draw a bar and move it. Which numbers move with it, and which stay?";
  const view = page(el, "network", "A network that learned its kernels.", invitation);
  const board = view.picture;
  let cursor = [5, 2];
  const numbers = () =>
    Object.fromEntries(["weight", "bias", "vote", "vote_bias"].map((name) => [name, model.get(name)]));
  const put = (image) => image && send(model, { image });
  const set = ([r, c], value) =>
    put(model.get("image").map((line, i) => line.map((old, j) => (i === r && j === c ? value : old))));

  const ready = Object.entries(model.get("_bars")).map(([name, image], d) =>
    button(`${SIGNS[d]} ${name}`, () => put(image), { "data-name": name }),
  );
  const clear = button("clear", () => put(zeros(12, 12)), { "data-name": "clear" });
  const moves = Object.entries(WAYS).map(([sign, way]) =>
    button(sign, () => put(moved(model.get("image"), way)), {
      "data-name": `move-${WORDS[sign]}`,
      "aria-label": `move the bar ${WORDS[sign]}`,
    }),
  );
  const train = button("Train a new one", () => send(model, { trainings: model.get("trainings") + 1 }), {
    "data-name": "train",
    title: "From another start; takes a few seconds and needs the kernel",
  });
  const first = numbers();
  const back = button("Back to the first one", () => send(model, first), { "data-name": "back" });
  const rows = document.createElement("div");
  rows.className = "explorer-lines";
  rows.append(row(...ready, clear), row("move", ...moves, train, back));
  view.controls.append(rows);

  Object.assign(board, { tabIndex: 0 });
  board.dataset.name = "board";
  board.setAttribute("role", "group");
  board.setAttribute("aria-label", "Pixels: arrow keys move, Space draws and wipes");
  const refresh = (room) => {
    const [image, network] = [model.get("image"), numbers()];
    const seen = look(image, network);
    const shares = seen.found.map((value, k) => value * network.vote[seen.best][k]);
    const kernel = shares.indexOf(Math.max(...shares));
    paint(board, draw(image, seen, network.weight, kernel, cursor, room));
    const busy = model.get("trainings") !== model.get("trained");
    back.hidden = JSON.stringify(network) === JSON.stringify(first);
    train.textContent = busy ? "Training …" : "Train a new one";
    view.readout.innerHTML = readout(image, seen, network.vote, kernel);
  };
  const again = redraw(model, ["image", "weight", "vote", "vote_bias", "bias", "trainings", "trained"], board, refresh);

  const brush = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-grid="picture"] [data-cell]');
  const place = (cell) => cell.dataset.cell.split(",").map(Number);
  let ink = null; // what the pressed pointer paints
  board.addEventListener("pointerdown", (event) => {
    const cell = brush(event);
    if (!cell || !board.contains(cell)) return;
    cursor = place(cell);
    ink = model.get("image")[cursor[0]][cursor[1]] > 0.5 ? 0 : 1;
    set(cursor, ink);
  });
  board.addEventListener("pointermove", (event) => {
    const cell = ink === null || !event.buttons ? null : brush(event);
    if (!cell || !board.contains(cell)) return;
    const [r, c] = (cursor = place(cell));
    if (model.get("image")[r][c] !== ink) set(cursor, ink);
  });
  const release = () => (ink = null);
  window.addEventListener("pointerup", release);
  arrows(board, {
    move: ([down, right]) => {
      cursor = [cursor[0] + down, cursor[1] + right].map((at) => Math.max(0, Math.min(11, at)));
      const bright = model.get("image")[cursor[0]][cursor[1]] > 0.5;
      again();
      view.readout.textContent = `Row ${cursor[0]}, column ${cursor[1]}: ${bright ? "white" : "black"}. Space changes it.`;
    },
    press: () => set(cursor, model.get("image")[cursor[0]][cursor[1]] > 0.5 ? 0 : 1),
  });
  return () => window.removeEventListener("pointerup", release);
}

export default { initialize, render };
