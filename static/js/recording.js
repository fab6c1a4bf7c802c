// The recording of a session is put into the page when a reader asks for it, and not a moment sooner.
for (const recording of document.querySelectorAll("[data-frame]")) {
  const offer = recording.querySelector(".recording__offer");
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.title = recording.dataset.title;
    frame.allow = "fullscreen; picture-in-picture; encrypted-media";
    frame.sandbox = "allow-scripts allow-same-origin allow-presentation allow-popups";
    // The other site learns the name of this one, without which it refuses, and not the page.
    frame.referrerPolicy = "strict-origin";
    frame.src = recording.dataset.frame;
    offer.replaceWith(frame);
    frame.focus();
  });
}
