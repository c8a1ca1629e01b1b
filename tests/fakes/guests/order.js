// 2025 day 5, wrong: the ranges are joined in the order in which they are read, not sorted first.
const [first, second] = require("fs").readFileSync(0, "utf8").trim().split("\n\n");
const ranges = first.split("\n").map((line) => line.split("-").map(Number));
const numbers = second.split("\n").map(Number);

const joined = [];
for (const [from, to] of ranges) {
  const last = joined[joined.length - 1];
  if (last && from <= last[1] + 1 && to >= last[0] - 1) {
    last[0] = Math.min(last[0], from);
    last[1] = Math.max(last[1], to);
  } else {
    joined.push([from, to]);
  }
}
console.log(numbers.filter((n) => ranges.some(([from, to]) => from <= n && n <= to)).length);
console.log(joined.reduce((sum, [from, to]) => sum + to - from + 1, 0));
