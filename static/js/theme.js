// Light or dark as the reader chose; runs before the first paint, so that nothing flashes.
(() => {
  const { dataset } = document.documentElement;
  const all = (what) => document.querySelectorAll(what);
  const show = (theme) => {
    if (theme) dataset.theme = theme;
    else delete dataset.theme;
    for (const meta of all("[data-scheme]")) {
      const own = meta.dataset.scheme;
      meta.media = !theme ? `(prefers-color-scheme: ${own})` : theme === own ? "all" : "not all";
    }
    for (const part of all("[data-theme-switch]")) part.hidden = false;
    for (const one of all("[data-choice]")) one.ariaPressed = one.dataset.choice === theme;
  };
  let theme = "";
  try { theme = localStorage.theme || ""; } catch {} // It may refuse.
  show(theme);
  addEventListener("DOMContentLoaded", () => show(theme));
  addEventListener("click", ({ target }) => {
    if (!("choice" in target.dataset)) return;
    show((theme = target.dataset.choice));
    try { localStorage.theme = theme; } catch {}
  });
})();
// What few readers use is loaded when they go to it: the box that they search with names its script.
addEventListener("focusin", ({ target }) => {
  const script = target.form?.dataset.script;
  if (script) import(script);
});
