// The index: find days, and choose what the matrix shows. What was chosen is kept in the address.
const bar = document.querySelector(".find");
const find = document.getElementById("find");
const technique = document.getElementById("technique");
const cards = [...document.querySelectorAll(".day")];
const squares = [...document.querySelectorAll(".matrix td a")];
const years = [...document.querySelectorAll(".year")];
const matrix = document.querySelector(".matrix");
const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`);
const radios = (name) => [...document.getElementsByName(name)];

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

function search() {
  const words = plain(find.value).split(/\s+/).filter(Boolean);
  const found = new Set();
  for (const card of cards) {
    const text = plain(card.dataset.find);
    const parts = text.split(/[^\p{L}\p{N}]+/u);
    // A number is a whole one: 2 is not 2021, nor 12.
    const fits = words.every((word) => (/^\d+$/.test(word) ? parts.includes(word) : text.includes(word)));
    const has = !technique.value || (card.dataset.tags ?? "").split("|").includes(technique.value);
    card.hidden = !(fits && has);
    if (!card.hidden) found.add(card.dataset.where);
  }
  for (const year of years) year.hidden = !year.querySelector(".day:not([hidden])");
  for (const square of squares) square.classList.toggle("out", !found.has(square.dataset.where));
  const all = found.size === cards.length;
  document.querySelector(".found").textContent = all ? `${cards.length} days` : `${found.size} of ${cards.length} days`;
}

function paint() {
  const language = chosen("language");
  const column = radios("language").indexOf(language);
  const key = chosen("measure").value;
  const { low, high, least, most } = CATALOGUE.measures[key][column];
  for (const square of squares) {
    const value = CATALOGUE.days[square.dataset.where][key][column];
    if (value) {
      const part = Math.log(Math.max(value[0], low) / low) / Math.log(high / low);
      square.style.setProperty("--s", 1 + Math.min(CATALOGUE.levels - 1, Math.floor(part * CATALOGUE.levels)));
    } else square.style.removeProperty("--s");
    square.title = `${square.dataset.name}: ${value ? value[1] : "not measured"}`;
  }
  const hue = language.dataset.hue;
  matrix.className = `matrix ${hue}`;
  document.querySelector(".shades").className = `shades ${hue}`;
  const words = (radio) => document.querySelector(`label[for="${radio.id}"]`).textContent;
  document.querySelector(".legend .what").textContent = `${words(language)}, ${words(chosen("measure"))}:`;
  document.querySelector(".legend .low").textContent = least;
  document.querySelector(".legend .high").textContent = most;
}

const first = { language: radios("language")[0].value, measure: radios("measure")[0].value };

function keep() {
  const state = new URLSearchParams();
  if (find.value.trim()) state.set("find", find.value.trim());
  if (technique.value) state.set("technique", technique.value);
  for (const name of ["language", "measure"]) if (chosen(name).value !== first[name]) state.set(name, chosen(name).value);
  const hash = state.toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.href.split("#")[0]);
}

function recall() {
  const state = new URLSearchParams(location.hash.slice(1));
  find.value = state.get("find") ?? "";
  technique.value = state.get("technique") ?? "";
  if (technique.selectedIndex < 0) technique.value = "";
  for (const name of ["language", "measure"]) {
    const wanted = state.get(name) ?? first[name];
    (radios(name).find((it) => it.value === wanted) ?? radios(name)[0]).checked = true;
  }
  search();
  paint();
}

bar.addEventListener("input", () => { search(); keep(); });
for (const name of ["language", "measure"]) for (const radio of radios(name)) radio.addEventListener("change", () => { paint(); keep(); });
addEventListener("hashchange", () => { if (location.hash.includes("=") || !location.hash) recall(); });
bar.hidden = false;
document.querySelector(".choose").hidden = false;
recall();
