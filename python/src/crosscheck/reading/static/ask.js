// Asks the solutions of a year, as WebAssembly; rust/crates/aoc-wasm says how. A worker gets the text of this function and no more.
function ask(module, { year, day, params, bytes, most }) {
  const lines = Object.entries(params).map(([name, value]) => `${name}=${value}\n`);
  const head = new TextEncoder().encode(`${lines.join("")}\n`);
  let began = performance.now(), reply = "", fault = "";
  const { memory, room, solve, reply: where, reply_size: size } = new WebAssembly.Instance(module, {}).exports;
  try {
    const at = room(head.length + bytes.length) >>> 0;
    new Uint8Array(memory.buffer).set(head, at);
    new Uint8Array(memory.buffer).set(bytes, at + head.length);
    began = performance.now();
    solve(year, day, most);
  } catch (error) {
    fault = String(error);
  }
  const ms = performance.now() - began;
  try {
    reply = new TextDecoder().decode(new Uint8Array(memory.buffer, where() >>> 0, size() >>> 0));
  } catch (error) {
    fault ||= String(error);
  }
  return { ...(reply ? JSON.parse(reply) : { crashed: fault }), ms };
}
