/* A picture or a file on its way to the desk: how much of it has arrived, and what became of it. Without a script, or with no
file chosen, the form is sent as any other. gettext() is the admin's (admin:jsi18n); a list has neither it nor such a form. */

(() => {
  // A reader of the screen is told every so many percent.
  const TOLD_EVERY = 20;

  function element(name, className) {
    const made = document.createElement(name);
    made.className = className;
    return made;
  }

  class Upload {
    constructor(form) {
      this.form = form;
      this.isUnderWay = false;
      form.addEventListener("submit", (event) => this.begin(event));
      // The page that comes back by the browser's own button is the one that was sent.
      addEventListener("pageshow", () => this.rest());
    }

    begin(event) {
      const isFileChosen = [...this.form.querySelectorAll('input[type="file"]')].some((field) => field.files.length);
      if (event.defaultPrevented || !isFileChosen) return;
      event.preventDefault();
      if (this.isUnderWay) return;
      const data = new FormData(this.form);
      if (event.submitter?.name) data.append(event.submitter.name, event.submitter.value);
      this.submitter = event.submitter;
      this.send(data);
    }

    send(data) {
      this.show();
      const request = new XMLHttpRequest();
      this.request = request;
      request.open("POST", this.form.action || location.href);
      request.setRequestHeader("X-Upload", "progress");
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) this.progress(Math.floor((event.loaded / event.total) * 100));
      });
      request.upload.addEventListener("load", () => this.wait());
      request.addEventListener("load", () => this.answer(request));
      request.addEventListener("abort", () =>
        this.fail(gettext("The upload was cancelled. Nothing that you typed is lost.")),
      );
      request.addEventListener("error", () =>
        this.fail(gettext("The connection broke off. Nothing that you typed is lost; please save again.")),
      );
      request.send(data);
    }

    /* ---- What is said of it */

    show() {
      this.isUnderWay = true;
      this.panel ||= this.makePanel();
      this.row.hidden = false;
      this.told = 0;
      this.said.textContent = "";
      this.form.setAttribute("aria-busy", "true");
      for (const button of this.buttons()) button.disabled = true;
      this.progress(0);
      this.panel.scrollIntoView({ block: "nearest" });
    }

    buttons() {
      return this.form.querySelectorAll(".submit-row :is(input, button)");
    }

    makePanel() {
      const panel = element("div", "upload");
      this.row = element("div", "upload__row");
      this.bar = element("progress", "upload__bar");
      this.bar.max = 100;
      this.bar.setAttribute("aria-label", gettext("Upload of the file"));
      this.percent = element("bdi", "upload__percent");
      this.percent.dir = "ltr";
      const cancel = element("button", "button");
      cancel.type = "button";
      cancel.textContent = gettext("Cancel the upload");
      cancel.addEventListener("click", () => this.request.abort());
      this.row.append(this.bar, this.percent, cancel);
      this.said = element("p", "upload__said");
      this.said.setAttribute("role", "status");
      panel.append(this.row, this.said);
      this.form.querySelector(".submit-row").before(panel);
      return panel;
    }

    progress(percent) {
      this.bar.value = percent;
      this.percent.textContent = `${percent} %`;
      if (percent < this.told + TOLD_EVERY || percent === 100) return;
      this.told = percent;
      this.say(interpolate(gettext("%(percent)s of the file has been uploaded."), { percent: `\u2066${percent} %\u2069` }, true));
    }

    wait() {
      this.bar.removeAttribute("value");
      this.percent.textContent = "";
      this.say(gettext("The file has arrived and is being looked at."));
    }

    say(words) {
      this.said.textContent = words;
    }

    rest() {
      if (!this.panel) return;
      this.isUnderWay = false;
      this.row.hidden = true;
      this.form.removeAttribute("aria-busy");
      for (const button of this.buttons()) button.disabled = false;
    }

    fail(words) {
      this.rest();
      this.say(words);
    }

    /* ---- What became of it */

    answer(request) {
      const goOn = request.getResponseHeader("X-Go-On");
      if (goOn) {
        location.assign(goOn);
        return;
      }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const chosen = page.getElementById("django-popup-response-constants");
      const form = page.getElementById(this.form.id);
      if (chosen) this.handOver(chosen);
      else if (form?.querySelector(".errornote")) this.showErrors(form);
      else this.sendAsAnyOther();
    }

    // Django's own script, which gives the window that opened this one what was made here.
    handOver(chosen) {
      const script = document.createElement("script");
      script.id = chosen.id;
      script.dataset.popupResponse = chosen.dataset.popupResponse;
      script.src = chosen.src;
      document.body.append(script);
    }

    // Into this form, so that the file stays chosen too.
    showErrors(answered) {
      this.fail("");
      for (const old of this.form.querySelectorAll(".errornote, .errorlist")) old.remove();
      const rows = this.form.querySelectorAll(".form-row");
      answered.querySelectorAll(".form-row").forEach((row, place) => {
        if (!rows[place]) return;
        rows[place].className = row.className;
        rows[place].prepend(...row.querySelectorAll(".errorlist"));
      });
      for (const field of answered.querySelectorAll("[name]")) {
        const own = this.form.elements.namedItem(field.name);
        for (const name of ["aria-invalid", "aria-describedby"]) {
          if (own instanceof Element) own.toggleAttribute(name, field.hasAttribute(name));
          if (own instanceof Element && field.hasAttribute(name)) own.setAttribute(name, field.getAttribute(name));
        }
      }
      const note = answered.querySelector(".errornote");
      note.tabIndex = -1;
      this.form.querySelector("fieldset").before(note);
      note.focus();
    }

    // What the server says to it (that somebody has to sign in again, say) is a page of its own.
    sendAsAnyOther() {
      this.rest();
      if (this.submitter?.name) {
        const pressed = element("input", "");
        pressed.type = "hidden";
        pressed.name = this.submitter.name;
        pressed.value = this.submitter.value;
        this.form.append(pressed);
      }
      this.form.submit();
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("form#image_form, form#attachment_form").forEach((form) => new Upload(form));
  });
})();
