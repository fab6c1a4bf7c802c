// The filter of the programme answers as soon as something is chosen. Without this script its button does.
const form = document.querySelector("[data-programme-filter]");
const button = form.querySelector("button");
let asked = 0;

button.hidden = true;
form.addEventListener("change", async () => {
  const mine = ++asked;
  const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
  const address = location.pathname + (chosen && `?${chosen}`);
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.status);
    const found = new DOMParser().parseFromString(await response.text(), "text/html");
    if (mine !== asked) return;
    for (const place of ["#programme", "[data-programme-filter] [role=status]"]) {
      document.querySelector(place).replaceChildren(...found.querySelector(place).childNodes);
    }
    const languages = ".language-switch";
    if (document.querySelector(languages)) document.querySelector(languages).href = found.querySelector(languages).href;
    history.replaceState(null, "", address);
  } catch {
    form.submit();
  }
});
