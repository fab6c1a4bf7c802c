/* The editors' desk: what the rich text editor leaves out. gettext() is the admin's (admin:jsi18n). */

// The editor's own names of its buttons are English only. A list has neither an editor nor gettext().
const names = () => ({
  paragraph: gettext("Kind of paragraph"),
  bulletList: gettext("Bulleted list"),
  orderedList: gettext("Numbered list"),
  blockquote: gettext("Quotation"),
  horizontalRule: gettext("Dividing line"),
  bold: gettext("Bold"),
  italic: gettext("Italic"),
  link: gettext("Insert a link"),
  unlink: gettext("Remove the link"),
  table: gettext("Insert a table"),
  "table:addColumnAfter": gettext("Add a column"),
  "table:deleteColumn": gettext("Delete the column"),
  "table:addRowAfter": gettext("Add a row"),
  "table:deleteRow": gettext("Delete the row"),
  "table:toggleHeaderCell": gettext("Heading cell"),
  "history:undo": gettext("Undo"),
  "history:redo": gettext("Redo"),
  html: gettext("Edit the HTML"),
});
const paragraphs = () => ({
  paragraph: gettext("Paragraph"),
  heading2: gettext("Heading"),
  heading3: gettext("Subheading"),
});

function nameButtons(bar) {
  const buttonNames = names();
  const paragraphNames = paragraphs();
  for (const button of bar.querySelectorAll(".prose-menubar__button")) {
    const name = buttonNames[button.dataset.name || button.title];
    if (name) {
      button.title = name;
      button.setAttribute("aria-label", name);
    }
  }
  for (const option of bar.querySelectorAll(".prose-menubar__option")) {
    const name = paragraphNames[option.dataset.name];
    if (name) option.firstElementChild.textContent = name;
  }
}

// The menu comes a moment after the editor says that it is ready.
function whenThere(parent, selector, act) {
  const found = parent.querySelector(selector);
  if (found) {
    act(found);
    return;
  }
  const observer = new MutationObserver(() => {
    const added = parent.querySelector(selector);
    if (!added) return;
    observer.disconnect();
    act(added);
  });
  observer.observe(parent, { childList: true, subtree: true });
}

document.addEventListener("prose-editor:ready", (event) => {
  const field = event.target.closest("textarea") || event.target.querySelector("textarea") || event.target;
  const editor = event.target.closest(".prose-editor") || event.target.parentElement || event.target;
  // The editor does not take over the language and direction of its field either.
  const surface = editor.querySelector(".tiptap");
  for (const name of ["lang", "dir"]) {
    if (surface && field.hasAttribute(name)) surface.setAttribute(name, field.getAttribute(name));
  }
  whenThere(editor, ".prose-menubar", nameButtons);
});
