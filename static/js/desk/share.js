/* The button that copies the address of a new link. Without a script the address can be selected as it stands. */

function copyFrom(field) {
  field.select();
  // Where the site is not read over TLS, or the clipboard is not allowed, a browser offers no other than this one.
  const old = () => (document.execCommand("copy") ? Promise.resolve() : Promise.reject());
  return navigator.clipboard ? navigator.clipboard.writeText(field.value).catch(old) : old();
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
