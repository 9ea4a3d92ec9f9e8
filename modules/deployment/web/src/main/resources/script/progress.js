// Follows a switch until it has ended. Without it, the page is loaded anew by its link.
(function () {
  "use strict";

  const EVERY_MILLIS = 1000;

  const part = document.getElementById("vorgang");
  const state = document.getElementById("vorgang-satz");
  const note = document.getElementById("vorgang-hinweis");
  let shown = part.innerHTML.trim();

  function say(place, words) {
    if (place.textContent !== words) {
      place.textContent = words;
    }
  }

  // Where nothing has changed, whoever reads, marks or clicks is not disturbed. Null when it is somebody else's page.
  function read(html) {
    const answer = document.createElement("template");
    answer.innerHTML = html;
    const sentence = answer.content.querySelector("[data-running]");
    if (sentence === null) {
      return null;
    }
    const next = answer.innerHTML.trim();
    if (next !== shown) {
      shown = next;
      show(answer.content);
    }
    say(state, sentence.textContent);
    say(note, "");
    return sentence.dataset.running === "true";
  }

  // Whoever is at a button or link stays there, or is led to what takes its place.
  function show(content) {
    const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
    const opened = part.querySelector("details[open]") !== null;
    part.replaceChildren(content);
    const details = part.querySelector("details");
    if (opened && details) {
      details.open = true;
    }
    if (focused !== null) {
      (document.getElementById(focused || "weiter") || document.getElementById("weiter")).focus();
    }
  }

  async function look() {
    let goesOn = true;
    try {
      const answer = await fetch(part.dataset.part, {headers: {Accept: "text/html"}});
      if (answer.status === 401 || answer.status === 403 || answer.redirected) {
        say(note, part.dataset.refused);
        return;
      }
      // A component that went with its data took this with it; the page itself says so.
      if (answer.status === 404 && answer.headers.has("X-Request-Id")) {
        location.reload();
        return;
      }
      const running = answer.status === 200 ? read(await answer.text()) : null;
      if (running === null) {
        say(note, part.dataset.interrupted);
      } else {
        goesOn = running;
      }
    } catch (unreachable) {
      say(note, part.dataset.interrupted);
    }
    if (goesOn) {
      setTimeout(look, EVERY_MILLIS);
    }
  }

  setTimeout(look, EVERY_MILLIS);
})();
