/* Buttons beside the short address of a page: copy it, or hand it to the system. */
for (const box of document.querySelectorAll("[data-share]")) {
  const link = box.querySelector(".share__address");
  const said = box.querySelector("[role=status]");
  const [copy, send] = box.querySelectorAll("button");

  const select = () => getSelection().selectAllChildren(link);
  // Where the site is not read over TLS, a browser offers no clipboard but the old one.
  const old = () => {
    select();
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject();
  };
  const say = (words) => {
    said.textContent = "";
    // The same words twice are spoken twice only if they were gone meanwhile.
    setTimeout(() => (said.textContent = words), 50);
  };

  copy.parentElement.hidden = false;
  copy.onclick = () =>
    (navigator.clipboard ? navigator.clipboard.writeText(link.href).catch(old) : old()).then(
      () => say(box.dataset.copied),
      () => (select(), say(box.dataset.failed)),
    );

  send.hidden = !navigator.share;
  // Whoever closes the system's sheet has not met an error.
  send.onclick = () => navigator.share({ title: document.title, url: link.href }).catch(() => {});
}
