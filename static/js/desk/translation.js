/* The original beside its translation: each word of it is copied into the field with a button, and taken back with the same. */

(() => {
  const editors = new WeakMap();
  document.addEventListener("prose-editor:ready", (event) => {
    editors.set(event.detail.textarea, event.detail.editor);
  });

  // As if it were typed, so that the browser's own undo knows of it; a browser that cannot is given the value.
  function typeInto(field, words) {
    field.focus();
    field.select();
    const isDone = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
    if (isDone && field.value === words) return;
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function fill(field, words) {
    const editor = editors.get(field);
    if (editor) editor.commands.setContent(words);
    else typeInto(field, words);
  }

  function setUpCopying(button) {
    const row = button.closest(".form-row");
    const field = row.querySelector(".own-words :is(input, textarea)[name]");
    const said = row.querySelector(".source-said");
    const label = button.firstElementChild;
    const copyLabel = label.textContent;
    let before = null;
    let isFilling = false;

    function offer(previous) {
      before = previous;
      label.textContent = previous === null ? copyLabel : button.dataset.undo;
    }

    button.addEventListener("click", () => {
      const previous = before === null ? field.value : null;
      isFilling = true;
      if (before !== null) fill(field, before);
      else fill(field, said.matches(".source-said--body") ? said.innerHTML : said.textContent);
      isFilling = false;
      offer(previous);
      button.focus();
    });
    // Whoever writes on does not want to lose that with one press.
    field.addEventListener("input", () => {
      if (!isFilling && before !== null) offer(null);
    });
    button.hidden = false;
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".copy-source").forEach(setUpCopying);
    if (matchMedia("(max-width: 63.99rem)").matches) {
      // The body alone is so long that it would push its field out of sight.
      document.querySelectorAll(".field-body .source-text").forEach((details) => details.removeAttribute("open"));
    }
  });
})();
