/* A note that is being written outlives another button, a refusal and a session that has ended, as long as the tab is open. */

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".notes__new");
  if (!form) return;
  const box = form.querySelector("textarea");
  // Of one person: somebody else may sign in in this tab.
  const place = `note ${form.dataset.person} ${new URL(form.action).pathname}`;

  // Right after a note was left the address names it.
  if (/^#note-\d+$/.test(location.hash)) {
    sessionStorage.removeItem(place);
    history.replaceState(history.state, "", "#notes");
  }
  if (!box.value) box.value = sessionStorage.getItem(place) || "";
  box.addEventListener("input", () => sessionStorage.setItem(place, box.value));
});
