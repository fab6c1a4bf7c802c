/* The rich text editor does not take over the language and direction of its field: hand them on. */
document.addEventListener("prose-editor:ready", (event) => {
  const field = event.target.closest("textarea") || event.target.querySelector("textarea") || event.target;
  const surface = (event.target.parentElement || event.target).querySelector(".ProseMirror");
  if (!surface) return;
  for (const name of ["lang", "dir"]) {
    const value = field.getAttribute(name);
    if (value) surface.setAttribute(name, value);
  }
});
