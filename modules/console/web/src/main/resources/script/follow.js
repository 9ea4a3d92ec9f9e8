// Follows the log: asks for what is new and puts it on top. Without it, the page is loaded anew by its link.
(function () {
  "use strict";

  const EVERY_MILLIS = 2000;
  const MOST = 1000;

  const button = document.getElementById("mitlesen");
  const state = document.getElementById("mitlesen-stand");
  const list = document.getElementById("eintraege");
  let newest = button.dataset.newest;
  let timer = null;

  function say(words) {
    if (state.textContent !== words) {
      state.textContent = words;
    }
  }

  function stop(words) {
    clearTimeout(timer);
    timer = null;
    button.setAttribute("aria-pressed", "false");
    say(words);
  }

  function show(html) {
    const nothing = document.getElementById("nichts");
    if (nothing) {
      nothing.remove();
    }
    list.insertAdjacentHTML("afterbegin", html);
    while (list.children.length > MOST) {
      list.lastElementChild.remove();
    }
    newest = list.firstElementChild.dataset.number;
  }

  async function look() {
    try {
      const answer = await fetch(button.dataset.more + "&nach=" + newest, {headers: {Accept: "text/html"}});
      if (timer === null) {
        return;
      }
      if (answer.status === 401 || answer.status === 403 || answer.redirected) {
        stop(button.dataset.refused);
        return;
      }
      if (answer.status === 200) {
        show(await answer.text());
      }
      say(answer.ok ? button.dataset.following : button.dataset.interrupted);
    } catch (unreachable) {
      say(button.dataset.interrupted);
    }
    if (timer !== null) {
      timer = setTimeout(look, EVERY_MILLIS);
    }
  }

  button.addEventListener("click", function () {
    if (timer !== null) {
      stop(button.dataset.stopped);
      return;
    }
    button.setAttribute("aria-pressed", "true");
    say(button.dataset.following);
    timer = setTimeout(look, 0);
  });
  button.hidden = false;
})();
