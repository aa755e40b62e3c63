// Native, labelled inputs tied to the model: they set a value and follow it when Python or another view sets it.

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name in made && typeof value !== "string") made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

export function send(model, values) {
  for (const [name, value] of Object.entries(values)) model.set(name, value);
  model.save_changes();
}

function follow(model, name, refresh) {
  model.on(`change:${name}`, refresh);
  refresh();
}

const labelled = (label, input) => element("label", {}, element("span", {}, label), input);

// Title and what to try first; two rows of controls; the picture; the sentence that reads it out.
export function page(el, name, title, invitation) {
  const root = element("section", { class: `explorer ${name}`, "aria-label": `${title}, an explorer` });
  const parts = {
    root,
    controls: element("div", { class: "controls" }),
    picture: element("div", { class: "picture" }),
    readout: element("p", { class: "readout", "aria-live": "polite" }),
  };
  const head = element("p", { class: "invitation" }, element("strong", {}, title), ` ${invitation}`);
  root.append(head, parts.controls, parts.picture, parts.readout);
  // JupyterLab would take the keys of a focused input for its own commands (m makes the cell Markdown).
  root.addEventListener("keydown", (event) => event.stopPropagation());
  el.append(root);
  return parts;
}

export const row = (...children) => element("div", { class: "explorer-line" }, ...children);

// Draw now and after every change, in the room there is; several changes at once are drawn once, before the next paint.
export function redraw(model, names, picture, draw) {
  let room = 1000; // pixels; nothing is measured before the page shows it
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      draw(room);
    });
  };
  for (const name of names) model.on(`change:${name}`, soon);
  new ResizeObserver(([{ contentRect }]) => {
    if (!contentRect.width || Math.abs(contentRect.width - room) < 1) return;
    room = contentRect.width;
    soon();
  }).observe(picture);
  draw(room);
  return () => draw(room);
}

export function button(label, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}

export function whole(model, name, label, [low, high], { read, write, tag = name } = {}) {
  read ??= () => model.get(name);
  write ??= (value) => send(model, { [name]: value });
  const input = element("input", { type: "number", min: `${low}`, max: `${high}`, step: "1", "data-name": tag });
  input.addEventListener("input", () => {
    const value = Math.round(input.valueAsNumber);
    if (Number.isFinite(value)) write(Math.max(low, Math.min(high, value)));
  });
  input.addEventListener("change", () => (input.value = read()));
  follow(model, name, () => {
    if (document.activeElement !== input || input.valueAsNumber !== read()) input.value = read();
  });
  return label ? labelled(label, input) : input;
}

export function tick(model, name, label) {
  const input = element("input", { type: "checkbox", "data-name": name });
  input.addEventListener("change", () => send(model, { [name]: input.checked }));
  follow(model, name, () => (input.checked = model.get(name)));
  return element("label", { class: "tick" }, input, element("span", {}, label));
}

export function choice(model, name, label, words) {
  const options = words.map(([value, shown]) => element("option", { value }, shown));
  const input = element("select", { "data-name": name }, ...options);
  input.addEventListener("change", () => send(model, { [name]: input.value }));
  follow(model, name, () => (input.value = model.get(name)));
  return labelled(label, input);
}

// A list of ready-made arrays; shows "your own" when the model holds something else.
export function presets(model, name, label, ready) {
  const own = element("option", { value: "", disabled: true }, "your own");
  const options = Object.keys(ready).map((word) => element("option", { value: word }, word));
  const input = element("select", { "data-name": `${name}_preset` }, ...options, own);
  input.addEventListener("change", () => send(model, { [name]: ready[input.value] }));
  follow(model, name, () => {
    const now = JSON.stringify(model.get(name));
    input.value = Object.keys(ready).find((word) => JSON.stringify(ready[word]) === now) ?? "";
  });
  return labelled(label, input);
}

// One number box for each weight, in the kernel's own rows and columns.
export function kernelGrid(model, name, label, { read, write, part = label, tag = name } = {}) {
  read ??= () => model.get(name);
  write ??= (kernel) => send(model, { [name]: kernel });
  const grid = element("div", { class: "kernel" });
  let inputs = [];
  const build = (kernel) => {
    grid.style.gridTemplateColumns = `repeat(${kernel[0].length}, auto)`;
    inputs = kernel.map((line, r) =>
      line.map((_, c) => {
        const input = element("input", { type: "number", step: "any", "aria-label": `${part}, row ${r}, column ${c}` });
        input.dataset.name = `${tag}[${r},${c}]`;
        input.addEventListener("keydown", (event) => nudge(event, input));
        input.addEventListener("input", () => {
          if (!Number.isFinite(input.valueAsNumber)) return; // "-" or empty: still typing
          write(read().map((old, i) => old.map((w, j) => (i === r && j === c ? input.valueAsNumber : w))));
        });
        input.addEventListener("change", refresh);
        return input;
      }),
    );
    grid.replaceChildren(...inputs.flat());
  };
  const refresh = () => {
    const kernel = read();
    if (inputs.length !== kernel.length || inputs[0].length !== kernel[0].length) build(kernel);
    kernel.forEach((line, r) =>
      line.forEach((weight, c) => {
        if (document.activeElement !== inputs[r][c] || inputs[r][c].valueAsNumber !== weight) {
          inputs[r][c].value = +weight.toFixed(3);
        }
      }),
    );
  };
  follow(model, name, refresh);
  const box = element("fieldset", {}, element("legend", {}, label), grid);
  return Object.assign(box, { refresh });
}

// step="any" lets a browser accept 0.111 but step from it to 1.111; go to the next half instead.
function nudge(event, input) {
  const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!way || !Number.isFinite(input.valueAsNumber)) return;
  event.preventDefault();
  const halves = input.valueAsNumber * 2;
  input.value = (way > 0 ? Math.floor(halves + 1) : Math.ceil(halves - 1)) / 2;
  input.dispatchEvent(new Event("input"));
}

// A labelled slider; `say(value)` is what is shown beside it and read out.
export function slider(model, name, label, { range, step = 1, say = String, read, write }) {
  read ??= () => model.get(name);
  write ??= (value) => send(model, { [name]: value });
  const input = element("input", { type: "range", step: `${step}`, "data-name": name });
  const output = element("output", {});
  input.addEventListener("input", () => write(input.valueAsNumber));
  const refresh = () => {
    [input.min, input.max] = range();
    input.value = read();
    output.value = say(read());
    input.setAttribute("aria-valuetext", output.value);
  };
  follow(model, name, refresh);
  return Object.assign(element("label", {}, element("span", {}, label), input, output), { refresh });
}

// Previous, next, play (paused at first) and a slider over step 0..last(), counted aloud from `first`.
// last() is -1 where there is no step at all: then nothing can be pressed, and the slider says so.
export function player(model, readout, { last, word = "step", first = 1 }) {
  const now = () => Math.max(0, Math.min(model.get("step"), last()));
  const go = (step) => send(model, { step: Math.max(0, Math.min(last(), step)) });
  let timer = null;
  const pause = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = "Play";
    readout.setAttribute("aria-live", "polite");
  };
  const start = () => {
    if (now() >= last()) go(0);
    play.textContent = "Pause";
    readout.setAttribute("aria-live", "off"); // a sentence each moment would drown everything else
    timer = setInterval(() => (now() >= last() ? pause() : go(now() + 1)), 700);
  };
  const byHand = (act) => () => {
    pause();
    act();
  };
  const play = button("Play", () => (timer ? pause() : start()), { "data-name": "play" });
  const previous = button(
    "Previous",
    byHand(() => go(now() - 1)),
    { "data-name": "previous" },
  );
  const next = button(
    "Next",
    byHand(() => go(now() + 1)),
    { class: "first", "data-name": "next" },
  );
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (still) {
    play.disabled = true;
    play.title = "Your system asks for reduced motion: use Next.";
  }
  const track = slider(model, "step", word, {
    range: () => [0, Math.max(0, last())],
    read: now,
    write: (step) => (pause(), go(step)),
    say: (step) => (last() < 0 ? "none fits" : `${step + first} of ${last() + first}`),
  });
  const refresh = () => {
    track.refresh();
    previous.disabled = next.disabled = last() < 0;
    play.disabled = still || last() < 0;
  };
  return {
    buttons: row(previous, next, play, track),
    refresh,
    stop: pause,
    go: (s) => (pause(), go(s)),
  };
}

// A click on a cell of the grid `name` calls act(row, col); the keyboard has the slider and the buttons for it.
export function onCell(picture, name, act) {
  picture.addEventListener("click", (event) => {
    const cell = event.target.closest(`[data-grid="${name}"] [data-cell]`);
    if (cell) act(...cell.dataset.cell.split(",").map(Number));
  });
}

// Arrow keys and Space on something that is focused but is no input: move([down, right]) and press().
export function arrows(area, { move, press }) {
  const ways = { ArrowLeft: [0, -1], ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowRight: [0, 1] };
  area.addEventListener("keydown", (event) => {
    if (event.target !== area || (!ways[event.key] && event.key !== " ")) return;
    event.preventDefault(); // or the page would scroll
    if (event.key === " ") press();
    else move(ways[event.key]);
  });
}
