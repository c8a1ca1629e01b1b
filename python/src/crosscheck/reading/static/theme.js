// The colours that the reader chose, before anything is painted; then the button that changes them.
(() => {
  const CHOICES = ["system", "light", "dark"];
  const read = () => { try { return localStorage.getItem("colours"); } catch { return null; } };
  const keep = (choice) => { try { localStorage.setItem("colours", choice); } catch { /* not kept, then */ } };
  let choice = CHOICES.includes(read()) ? read() : "system";
  const show = () => { document.documentElement.dataset.colours = choice; };
  show();
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("button.theme");
    const say = () => { button.querySelector(".said").textContent = `Colours: ${choice === "system" ? "as the system" : choice}`; };
    button.hidden = false;
    say();
    button.addEventListener("click", () => {
      choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
      keep(choice);
      show();
      say();
    });
  });
})();
