// Follows a switch until it has ended. Without it, the page is loaded anew by its link.
(function () {
  "use strict";

  const EVERY_MILLIS = 1000;

  const part = document.getElementById("vorgang");
  const state = document.getElementById("vorgang-satz");
  const note = document.getElementById("vorgang-hinweis");

  function say(place, words) {
    if (place.textContent !== words) {
      place.textContent = words;
    }
  }

  // Whoever is at a button or link stays there, or is led to what takes its place.
  function show(html) {
    const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
    const opened = part.querySelector("details[open]") !== null;
    part.innerHTML = html;
    const details = part.querySelector("details");
    if (opened && details) {
      details.open = true;
    }
    if (focused !== null) {
      (document.getElementById(focused || "weiter") || document.getElementById("weiter")).focus();
    }
    const sentence = part.querySelector("[data-running]");
    say(state, sentence.textContent);
    say(note, "");
    return sentence.dataset.running === "true";
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
      if (answer.status === 200) {
        goesOn = show(await answer.text());
      } else {
        say(note, part.dataset.interrupted);
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
