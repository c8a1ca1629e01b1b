// Solves an input of the reader in the page: in a worker, so that it can be stopped. What it needs is loaded when it is opened.
const details = document.querySelector(".solver");
const form = details.querySelector("form");
const area = form.querySelector("textarea");
const file = form.querySelector('input[type="file"]');
const params = [...form.querySelectorAll('input[type="number"]')];
const submit = form.querySelector("button");
const stop = form.querySelector(".stop");
const given = form.querySelector(".given");
const clock = form.querySelector(".clock");
const outcome = details.querySelector(".outcome");
const year = Number(details.dataset.year);
const day = Number(details.dataset.day);
const largest = Number(details.dataset.most);
const SHOWN_FILE = 100_000; // bytes: a larger file is solved, but not put into the text field
const USUAL = 60; // characters of a refused line, as the programs show it
const NARROW = 34; // and on a small screen

const element = (tag, ...children) => { const made = document.createElement(tag); made.append(...children); return made; };
const classed = (name, made) => { made.className = name; return made; };
const show = (...children) => outcome.replaceChildren(...children);
const size = (bytes) => bytes < 1e3 ? `${bytes} bytes` : bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
const duration = (ms) => ms < 1 ? "less than a millisecond" : ms < 1000 ? `${Number(ms.toPrecision(2))} ms` : `${(ms / 1000).toFixed(1)} s`;

const STOPPED = new Error("stopped");
const AGAIN = new Error("begun again");

let program; // a promise of what was compiled
let chosen; // the file that was chosen, until the text is changed
let running; // the worker that solves

function load() {
  if (!program) {
    program = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = details.dataset.wasm;
      script.onload = () => resolve(WebAssembly.compile(Uint8Array.from(atob(WASM), (c) => c.charCodeAt(0))));
      script.onerror = () => reject(new Error(`${details.dataset.wasm} is not there`));
      document.head.append(script);
    });
    program.catch(() => { program = undefined; }); // it may be tried again
  }
  return program;
}

function run(request) {
  const text = `${ask}\nonmessage = ({ data }) => postMessage(ask(...data));`;
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const worker = new Worker(url);
  let end;
  const reply = new Promise((resolve, reject) => {
    end = reject;
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message || "its worker does not start"));
    load().then((module) => worker.postMessage([module, request], [request.bytes.buffer])).catch(reject);
  }).finally(() => { worker.terminate(); URL.revokeObjectURL(url); });
  return { reply, end };
}

async function input() {
  const bytes = chosen?.size ?? area.value.length;
  if (bytes > largest) throw new Error(`That is ${size(bytes)}, and an input has ${size(largest)} at most.`);
  if (!chosen) return new TextEncoder().encode(area.value);
  const { name } = chosen;
  return new Uint8Array(await chosen.arrayBuffer().catch(() => {
    forget(); // or else the same file could not be chosen
    throw new Error(`${name} cannot be read, or has changed: choose it again.`);
  }));
}

async function solve() {
  area.removeAttribute("aria-invalid");
  let bytes;
  try {
    bytes = await input();
  } catch (error) {
    return show(element("p", error.message));
  }
  running?.end(AGAIN);
  const marked = [[0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]].some((mark) => mark.every((byte, at) => bytes[at] === byte));
  const values = Object.fromEntries(params.map((it) => [it.name, it.valueAsNumber]));
  const most = matchMedia("(max-width: 34rem)").matches ? NARROW : USUAL;
  const began = performance.now();
  const seconds = () => Math.floor((performance.now() - began) / 1000);
  const late = setTimeout(() => show(element("p", "Solving …")), 200);
  const tick = setInterval(() => { clock.textContent = `${seconds()} s`; }, 1000);
  let mine;
  try {
    mine = running = run({ year, day, params: values, bytes, most });
    stop.disabled = false;
    tell(await mine.reply, marked);
  } catch (error) {
    if (error === STOPPED) show(element("p", `Stopped after ${seconds()} s.`));
    else if (error !== AGAIN) show(element("p", element("strong", "This browser cannot solve it"), `: ${error.message}`));
  } finally {
    clearTimeout(late);
    clearInterval(tick);
    if (running === mine) {
      running = undefined;
      clock.textContent = "";
      if (document.activeElement === stop) submit.focus();
      stop.disabled = true;
    }
  }
}

function tell(reply, marked) {
  if (reply.answers) {
    const rows = reply.answers.slice(0, Number(details.dataset.parts)).map((answer, part) =>
      element("div", element("dt", `Part ${part + 1}`), element("dd", classed("answer", element("b", answer ?? "not written yet")))));
    const none = reply.answers.includes("no solution") ? " The input is valid; a part that says “no solution” has none." : "";
    show(classed("answers", element("dl", ...rows)), classed("small", element("p", `Solved once, in ${duration(reply.ms)}, in this browser.${none}`)));
  } else if (reply.rejected) {
    const { line, column, message, excerpt } = reply.rejected;
    area.setAttribute("aria-invalid", "true");
    show(element("p", element("strong", "Refused"), line ? ` at line ${line}, column ${column}: ${message}` : `: ${message}`));
    if (excerpt) outcome.append(Object.assign(element("pre", excerpt.join("\n")), { tabIndex: 0 }));
    if (marked) outcome.append(element("p", "It begins with a byte order mark, or is UTF-16: save it as plain UTF-8."));
    if (line && area.value) {
      const go = Object.assign(element("button", "Show it in the text"), { type: "button" });
      go.addEventListener("click", () => select(line, column));
      outcome.append(go);
    }
  } else {
    show(element("p", element("strong", "It failed"), `: ${reply.crashed ?? reply.unsupported}. No text should do that: please tell us, with the text.`));
  }
}

function select(line, column) {
  const lines = area.value.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
  const at = Math.min(before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length, area.value.length);
  area.focus();
  area.setSelectionRange(at, at + 1);
}

async function choose(it) {
  chosen = it;
  const shown = it && it.size <= SHOWN_FILE;
  given.textContent = it ? `${it.name}, ${size(it.size)}${shown ? "" : ", which is solved as it is and not shown"}` : "";
  area.value = "";
  show();
  const text = shown ? await it.text() : "";
  if (chosen === it) area.value = text;
}

function forget() {
  chosen = undefined;
  file.value = "";
  given.textContent = "";
}

function fill(article) {
  const values = JSON.parse(article.dataset.params ?? "{}");
  forget();
  area.value = `${article.querySelector("pre").textContent}\n`;
  for (const it of params) it.value = values[it.name] ?? it.defaultValue;
  details.open = true;
  details.scrollIntoView({ block: "nearest" });
  submit.focus();
  form.requestSubmit();
}

details.addEventListener("toggle", () => { if (details.open) load().catch((error) => show(element("p", error.message))); });
form.addEventListener("submit", (event) => { event.preventDefault(); solve(); });
stop.addEventListener("click", () => running?.end(STOPPED));
area.addEventListener("input", () => { forget(); area.removeAttribute("aria-invalid"); });
area.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(); });
file.addEventListener("change", () => choose(file.files[0]));
for (const article of document.querySelectorAll(".cases article")) {
  if (article.querySelector("pre[data-cut]")) continue;
  const button = Object.assign(element("button", "Solve it in the page"), { type: "button" });
  button.setAttribute("aria-label", `Solve it in the page: ${article.querySelector("h3").textContent}`);
  button.addEventListener("click", () => fill(article));
  article.append(button);
}
