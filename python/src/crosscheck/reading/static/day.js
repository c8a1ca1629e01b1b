// A click on a line's number makes the address lead to that line.
addEventListener("click", (event) => {
  const line = event.target.closest?.(".code > div");
  if (line && event.clientX < line.getBoundingClientRect().left + 42) location.replace(`#${line.id}`);
});
