// wasm_serve.js FOLDER: a server of the harness's protocol (tests/PROTOCOL.md), whose solutions are those that a page of the site
// runs: FOLDER/2021.wasm and so on, asked by the page's own script.
const fs = require("fs");
const path = require("path");
const readline = require("readline");

const [folder] = process.argv.slice(2);
const script = path.join(__dirname, "../../python/src/crosscheck/reading/static/ask.js");
const ask = new Function(`${fs.readFileSync(script, "utf8")}\nreturn ask;`)();
const years = fs.readdirSync(folder).filter((name) => /^\d{4}\.wasm$/.test(name)).map((name) => Number(name.slice(0, 4)));
const modules = new Map(years.map((year) => [year, new WebAssembly.Module(fs.readFileSync(path.join(folder, `${year}.wasm`)))]));
const encoder = new TextEncoder();

function solve({ year, day, input, params }) {
  const module = modules.get(year);
  if (!module) return { unsupported: `${year} day ${day}` };
  const { ms, ...reply } = ask(module, { year, day, params, bytes: encoder.encode(input), most: 60 });
  if (reply.answers) return { ...reply, ns: { total: Math.round(ms * 1e6) } };
  delete reply.rejected?.excerpt;
  return reply;
}

function hello() {
  const all = years.flatMap((year) => Array.from({ length: 25 }, (_, day) => [year, day + 1]));
  const days = all.filter(([year, day]) => !solve({ year, day, input: "", params: {} }).unsupported);
  return { protocol: 1, language: "rust", version: `node ${process.version}`, profile: "release", commit: "unknown", days };
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { cmd, seq, ...request } = JSON.parse(line);
  const reply = cmd === "hello" ? hello() : { seq, ...solve(request) };
  process.stdout.write(`${JSON.stringify(reply)}\n`);
});
