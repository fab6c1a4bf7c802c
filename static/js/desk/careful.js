/* Nothing that was typed is lost: a local copy of what is not saved, a warning on leaving, Ctrl+S, and who has the form open.

A copy is {id, at, began, token, fields, isSent} in localStorage, under a name of the person, the document and the language.
It holds the fields that differ from what the server showed. It is forgotten when the server says that it was saved
(the cookie saved_copies), or when the person discards it. gettext() is the admin's (admin:jsi18n); a list has none. */

(() => {
  const PREFIX = "multaqa.copy.";
  const KEPT_FOR = 30 * 24 * 3600 * 1000;
  const MOST_COPIES = 3;
  const PAUSE = 1000;
  const BEAT = 60 * 1000;
  const editors = new Map();

  document.addEventListener("prose-editor:ready", (event) => {
    editors.set(event.detail.textarea, event.detail.editor);
  });

  /* ---- Copies in the browser */

  // Where the browser keeps nothing (its storage is closed or full), everything else goes on working.
  function read(key) {
    try {
      const copies = JSON.parse(localStorage.getItem(PREFIX + key)) || [];
      return copies.filter((copy) => Date.now() - copy.at < KEPT_FOR);
    } catch {
      return [];
    }
  }

  function write(key, copies) {
    try {
      if (copies.length) localStorage.setItem(PREFIX + key, JSON.stringify(copies.slice(0, MOST_COPIES)));
      else localStorage.removeItem(PREFIX + key);
    } catch {
      // Nothing to be done about it.
    }
  }

  function forgetSaved() {
    const cookie = document.cookie.split("; ").find((part) => part.startsWith("saved_copies="));
    if (!cookie) return;
    const isUnsavedNow = document.querySelector("#careful[data-unsaved]")?.dataset.copy;
    for (const key of cookie.slice("saved_copies=".length).replaceAll('"', "").split("~")) {
      if (key && key !== isUnsavedNow) write(key, read(key).filter((copy) => !copy.isSent));
    }
    document.cookie = "saved_copies=; path=/; max-age=0; samesite=lax";
  }

  function forgetOld() {
    try {
      for (const name of Object.keys(localStorage)) {
        if (name.startsWith(PREFIX) && !read(name.slice(PREFIX.length)).length) localStorage.removeItem(name);
      }
    } catch {
      // Nothing to be done about it.
    }
  }

  /* ---- What stands in the form */

  const IGNORED = new Set(["hidden", "submit", "button", "file", "reset", "image", "password"]);

  function fieldsOf(form) {
    return [...form.elements].filter((field) => field.name && !field.disabled && !IGNORED.has(field.type));
  }

  const isTicked = (field) => field.type === "checkbox" || field.type === "radio";
  const nameOf = (field) => (isTicked(field) ? `${field.name}=${field.value}` : field.name);

  function chosen(field, isChosen) {
    const options = [...field.options].filter(isChosen);
    if (!options.length && !field.multiple && field.options.length) options.push(field.options[0]);
    return options.map((option) => [option.value, option.text]);
  }

  function valueOf(field) {
    if (isTicked(field)) return field.checked;
    return field.options ? chosen(field, (option) => option.selected) : field.value;
  }

  function valueAtFirst(field) {
    if (isTicked(field)) return field.defaultChecked;
    return field.options ? chosen(field, (option) => option.defaultSelected) : field.defaultValue;
  }

  const keysOf = (value) => (Array.isArray(value) ? value.map(([key]) => key).sort().join("\n") : value);
  const isChanged = (field) => keysOf(valueOf(field)) !== keysOf(valueAtFirst(field));

  function fill(field, value) {
    const editor = editors.get(field);
    if (isTicked(field)) field.checked = value;
    else if (field.options) choose(field, value);
    else field.value = value;
    if (editor) editor.commands.setContent(value);
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }

  function choose(field, value) {
    const keys = value.map(([key]) => key);
    for (const [key, text] of value) {
      // An input that looks its choices up on the server has only those that were chosen.
      if (![...field.options].some((option) => option.value === key)) field.add(new Option(text, key));
    }
    for (const option of field.options) option.selected = keys.includes(option.value);
  }

  /* ---- The sentences of the bar */

  // The words of a sentence with an element in the place of its %(name)s.
  function sentence(text, name, element) {
    const [before, after] = text.split(`%(${name})s`);
    const line = document.createElement("p");
    line.append(before, element, after || "");
    return line;
  }

  // By the clocks that the form is read by, not those of the browser; the day where it is not today.
  function clock(moment, timeZone) {
    const day = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "numeric", year: "numeric" });
    const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
    const isToday = day.format(moment) === day.format(Date.now());
    const shown = document.createElement("bdi");
    shown.dir = "ltr";
    shown.textContent = isToday ? time.format(moment) : `${day.format(moment)} ${time.format(moment)}`;
    return shown;
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  /* ---- The form */

  class CarefulForm {
    constructor(marks) {
      this.marks = marks;
      this.form = marks.closest("form");
      this.key = marks.dataset.copy;
      this.began = marks.dataset.began;
      this.isUnsaved = "unsaved" in marks.dataset;
      this.token = this.form.querySelector('input[name="form_token"]');
      this.rowCount = fieldsOf(this.form).length;
      const sent = this.isUnsaved && read(this.key).find((copy) => copy.isSent);
      this.id = sent ? sent.id : `${Date.now()}.${Math.random()}`;
      this.isLeaving = false;
    }

    start() {
      const later = () => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.keep(), PAUSE);
      };
      this.form.addEventListener("input", later);
      this.form.addEventListener("change", later);
      this.form.addEventListener("submit", (event) => this.send(event));
      addEventListener("beforeunload", (event) => {
        if (!this.isLeaving && this.isDirty()) event.preventDefault();
      });
      addEventListener("pagehide", () => {
        if (!this.isLeaving) this.keep();
      });
      addEventListener("pageshow", (event) => {
        if (event.persisted) this.isLeaving = false;
      });
      document.addEventListener("keydown", (event) => this.press(event));
      if (this.isUnsaved) this.keep();
      else this.offer();
    }

    isDirty() {
      const fields = fieldsOf(this.form);
      return this.isUnsaved || fields.length !== this.rowCount || fields.some(isChanged);
    }

    // Rows of other tables are left to the server: their number is not that of the next form.
    ownFields() {
      return fieldsOf(this.form).filter((field) => !field.closest(".inline-group"));
    }

    // What differs from what the server showed. A form that came back unsaved shows what was typed: that is kept on.
    typed() {
      const copy = this.isUnsaved && read(this.key).find((one) => one.id === this.id);
      const before = new Set(Object.keys(copy ? copy.fields : {}));
      const fields = this.ownFields().filter((field) => isChanged(field) || before.has(nameOf(field)));
      return Object.fromEntries(fields.map((field) => [nameOf(field), valueOf(field)]));
    }

    keep(isSent = false) {
      clearTimeout(this.timer);
      const others = read(this.key).filter((copy) => copy.id !== this.id);
      const fields = this.typed();
      const own = { id: this.id, at: Date.now(), began: this.began, token: this.token.value, fields, isSent };
      write(this.key, Object.keys(fields).length ? [own, ...others] : others);
    }

    send(event) {
      if (event.defaultPrevented) return;
      this.keep(true);
      this.isLeaving = true;
    }

    // The key by its place: on an Arabic keyboard it is a س.
    press(event) {
      const isSave = event.code === "KeyS" || event.key?.toLowerCase() === "s";
      if (!isSave || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const save = this.form.querySelector('.publishing-row [name="_continue"]');
      if (!save) return;
      event.preventDefault();
      if (!this.isLeaving) this.form.requestSubmit(save);
    }

    /* -- The bar of what was not saved */

    offer() {
      const byName = new Map(this.ownFields().map((field) => [nameOf(field), field]));
      const isNews = ([name, value]) => byName.has(name) && keysOf(valueOf(byName.get(name))) !== keysOf(value);
      const copies = read(this.key).filter((copy) => copy.id !== this.id);
      const news = copies.filter((copy) => Object.entries(copy.fields).some(isNews));
      // What is offered was not saved, whatever became of an answer that never came: saving another text keeps it.
      write(this.key, news.map((copy) => ({ ...copy, isSent: false })));
      for (const copy of news) this.showBar(copy);
    }

    showBar(copy) {
      const bar = document.createElement("section");
      bar.className = "recovery";
      bar.setAttribute("aria-label", gettext("Text that was not saved"));
      const time = clock(copy.at, this.marks.dataset.zone);
      bar.append(sentence(gettext("You have text from %(time)s that was not saved."), "time", time));
      if (copy.began !== this.began) {
        const warning = document.createElement("p");
        warning.textContent = gettext(
          "A newer text was saved since. If you bring yours back and save it, you are shown both before anything is replaced.",
        );
        bar.append(warning);
      }
      const row = document.createElement("p");
      row.append(
        button(gettext("Bring it back"), () => this.bringBack(copy, bar)),
        button(gettext("Discard it"), () => this.discard(copy, bar)),
      );
      bar.append(row);
      this.marks.before(bar);
    }

    bringBack(copy, bar) {
      for (const field of this.ownFields()) {
        if (nameOf(field) in copy.fields) fill(field, copy.fields[nameOf(field)]);
      }
      // What it was begun from, so that it replaces nothing newer unseen.
      this.token.value = copy.token;
      this.began = copy.began;
      this.discard(copy, bar);
      this.keep();
      this.form.querySelector("#id_title")?.focus();
    }

    discard(copy, bar) {
      write(this.key, read(this.key).filter((other) => other.id !== copy.id));
      bar.remove();
    }
  }

  /* ---- Who has it open */

  function tellOpen(marks) {
    const address = marks.dataset.open;
    if (!address) return;
    const body = () => {
      const data = new FormData();
      // Signing in anew in another tab changes Django's token; the form still has the one before.
      const cookie = document.cookie.split("; ").find((part) => part.startsWith("csrftoken="));
      const field = marks.closest("form").elements.csrfmiddlewaretoken;
      data.append("csrfmiddlewaretoken", cookie ? cookie.slice("csrftoken=".length) : field.value);
      data.append("person", marks.dataset.copy.split(".")[0]);
      return data;
    };
    let timer = null;
    const beat = async () => {
      // A session that has ended leads elsewhere; the form is saved all the same, after signing in.
      const answer = await fetch(address, { method: "POST", body: body(), redirect: "manual" }).catch(() => null);
      if (answer && !answer.ok) clearInterval(timer);
    };
    // The page before this one, if it was the same form, says a moment later that it is closed.
    setTimeout(beat, 3000);
    timer = setInterval(beat, BEAT);
    addEventListener("pagehide", () => {
      const data = body();
      data.append("closed", "1");
      navigator.sendBeacon(address, data);
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    forgetSaved();
    forgetOld();
    const marks = document.getElementById("careful");
    if (!marks) return;
    tellOpen(marks);
    document.getElementById("meeting")?.focus();
    let form = null;
    const start = () => {
      if (form) return;
      form = new CarefulForm(marks);
      form.start();
    };
    // A text is brought back into the editor, so that has to be there first; but not for ever.
    const body = document.getElementById("id_body");
    if (!body || body.disabled || editors.has(body)) start();
    document.addEventListener("prose-editor:ready", () => setTimeout(start));
    setTimeout(start, 5000);
  });
})();
