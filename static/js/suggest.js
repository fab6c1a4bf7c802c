/* Search boxes offer texts while somebody types. Without this script a box is a plain form, and with it Enter still sends it. */
const make = (name, attributes) => Object.assign(document.createElement(name), attributes);

for (const form of document.querySelectorAll("[data-suggestions]")) {
  const input = form.querySelector("input");
  const list = make("ul", { id: `${input.id}-offered`, className: "suggestions", role: "listbox", hidden: true });
  const said = make("span", { className: "visually-hidden", role: "status" });
  let timer, isAsking = false, answered = input.defaultValue.trim(), chosen = -1;

  list.setAttribute("aria-label", form.dataset.label);
  input.role = "combobox";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  form.append(list, said);

  const typed = () => input.value.trim();
  const choose = (place) => {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = place;
    const option = list.children[chosen];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const open = (isOpen) => {
    choose(-1);
    list.hidden = !isOpen || !list.children.length;
    input.setAttribute("aria-expanded", !list.hidden);
    if (list.hidden) said.textContent = "";
  };
  const show = (found) => {
    list.replaceChildren(...found.texts.map((text, place) => {
      const option = make("li", { id: `${list.id}-${place}`, role: "option", ariaSelected: "false" });
      option.dataset.url = text.url;
      option.append(
        make("span", { className: "suggestions__title", lang: text.lang, dir: text.dir, textContent: text.title }),
        make("span", { className: "suggestions__kind", textContent: text.kind }),
      );
      return option;
    }));
    open(true);
    said.textContent = found.said;
  };
  // One request at a time; what was typed meanwhile is asked when its answer is there, and that answer is dropped.
  const ask = async () => {
    const words = typed();
    if (isAsking || words === answered) return;
    isAsking = true;
    try {
      const answer = words.length > 1 && (await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(words)}`));
      const found = answer?.ok ? await answer.json() : { texts: [], said: "" };
      if (words === typed() && document.activeElement === input) show(found);
      answered = words;
    } catch {
      answered = words;
    }
    isAsking = false;
    wait();
  };
  const wait = () => {
    clearTimeout(timer);
    if (typed() !== answered) timer = setTimeout(ask, 150);
  };

  input.addEventListener("input", wait);
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key in steps && list.children.length) {
      const step = steps[event.key], count = list.children.length;
      if (list.hidden) open(true);
      // Before the first option and after the last there is the box itself: none is chosen.
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Escape" && !list.hidden) open(false);
    else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.url);
    else return;
    event.preventDefault();
  });
  // The box keeps the focus while an option is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
  // What was typed before this script was there.
  if (document.activeElement === input) wait();
}
