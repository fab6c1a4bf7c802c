/* The button that copies the address of a new link. Without a script the address can be selected as it stands. */

function copyFrom(field) {
  field.select();
  // Where the site is not read over TLS, a browser offers no clipboard but this one.
  if (!navigator.clipboard) return Promise.resolve(document.execCommand("copy"));
  return navigator.clipboard.writeText(field.value);
}

document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-copies]")) {
    const field = document.getElementById(button.dataset.copies);
    button.hidden = false;
    button.addEventListener("click", () => {
      copyFrom(field).then(
        () => {
          button.textContent = gettext("Copied");
        },
        () => field.select(),
      );
    });
  }
});
