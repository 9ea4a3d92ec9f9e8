// Takes files that are dropped, and shows how far the upload is. Without it the browser sends the form.
(function () {
  "use strict";

  const content = document.querySelector(".kw-console__content");

  function begin() {
    const form = document.getElementById("hochladen");
    if (form) {
      const upload = new Upload(form);
      upload.listen();
    }
  }

  class Upload {
    constructor(form) {
      this.form = form;
      this.place = document.getElementById("ablage");
      this.field = document.getElementById("datei");
      this.error = document.getElementById("datei-fehler");
      this.progress = document.getElementById("fortschritt");
      this.bar = document.getElementById("balken");
      this.state = document.getElementById("fortschritt-stand");
      this.button = form.querySelector("button");
    }

    listen() {
      document.getElementById("ablegen").hidden = false;
      for (const name of ["dragenter", "dragover"]) {
        this.place.addEventListener(name, (event) => this.over(event, true));
      }
      this.place.addEventListener("dragleave", (event) => this.over(event, false));
      this.place.addEventListener("drop", (event) => this.drop(event));
      this.form.addEventListener("submit", (event) => this.send(event));
    }

    over(event, inside) {
      event.preventDefault();
      this.place.classList.toggle("kw-drop--over", inside);
    }

    drop(event) {
      this.over(event, false);
      if (this.button.disabled) {
        return;
      }
      const files = event.dataTransfer.files;
      if (files.length > 1) {
        this.refuse(this.form.dataset.several);
      } else if (Upload.hasFolder(event.dataTransfer)) {
        this.refuse(this.form.dataset.folder);
      } else if (files.length === 1) {
        this.field.files = files;
        this.accept();
        this.field.focus();
      }
    }

    // A folder comes as a file that no browser can read.
    static hasFolder(dropped) {
      return [...dropped.items].some((item) => {
        const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
        return entry !== null && entry.isDirectory;
      });
    }

    send(event) {
      const file = this.field.files[0];
      if (!file) {
        return;
      }
      event.preventDefault();
      if (this.button.disabled) {
        return;
      }
      if (file.size > Number(this.form.dataset.largest)) {
        this.refuse(this.form.dataset.tooLarge);
        return;
      }
      this.accept();
      this.progress.hidden = false;
      this.button.disabled = true;
      const request = new XMLHttpRequest();
      request.upload.addEventListener("progress", (step) => this.show(step));
      request.upload.addEventListener("load", () => this.say(this.form.dataset.checking));
      request.addEventListener("load", () => this.answered(request));
      request.addEventListener("error", () => this.refuse(this.form.dataset.broke));
      request.open("POST", this.form.action);
      request.setRequestHeader("Accept", "text/html");
      request.send(new FormData(this.form));
      this.say(this.form.dataset.uploading);
    }

    show(step) {
      if (step.lengthComputable) {
        this.bar.value = Math.round((100 * step.loaded) / step.total);
      }
    }

    say(words) {
      this.state.textContent = words;
    }

    // A new place was reached; else the form came back with what is wrong, or a page that says why there is none.
    answered(request) {
      if (new URL(request.responseURL).pathname !== new URL(this.form.action).pathname) {
        location.assign(request.responseURL);
        return;
      }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const answer = page.querySelector(".kw-console__content") || page.querySelector("main");
      // A proxy on the way may have answered, which knows nothing of this page, or the frame of pages is away.
      if (!answer || !request.getResponseHeader("X-Request-Id")) {
        this.refuse(this.form.dataset.broke);
        return;
      }
      content.replaceChildren(...answer.childNodes);
      document.title = page.title;
      begin();
      const summary = content.querySelector("[role=alert] a");
      const heading = content.querySelector("h1");
      if (summary) {
        summary.focus();
      } else if (heading) {
        heading.tabIndex = -1;
        heading.focus();
      }
    }

    // What was wrong before is not said of what comes next.
    accept() {
      this.error.hidden = true;
      this.place.classList.remove("kern-form-input--error");
      this.field.removeAttribute("aria-invalid");
      this.field.setAttribute("aria-describedby", "datei-hinweis");
    }

    refuse(words) {
      this.progress.hidden = true;
      this.button.disabled = false;
      this.say("");
      this.error.textContent = words;
      this.error.hidden = false;
      this.place.classList.add("kern-form-input--error");
      this.field.setAttribute("aria-invalid", "true");
      this.field.setAttribute("aria-describedby", "datei-hinweis datei-fehler");
      this.field.focus();
    }
  }

  begin();
})();
