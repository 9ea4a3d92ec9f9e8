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
  // Which time of following it is. What was asked for before it was stopped comes to nothing, and goes on in no second loop.
  let turn = 0;

  function say(words) {
    if (state.textContent !== words) {
      state.textContent = words;
    }
  }

  function stop(words) {
    clearTimeout(timer);
    timer = null;
    turn++;
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

  async function look(own) {
    try {
      const answer = await fetch(button.dataset.more + "&nach=" + newest, {headers: {Accept: "text/html"}});
      const lines = answer.status === 200 ? await answer.text() : null;
      if (own !== turn) {
        return;
      }
      if (answer.status === 401 || answer.status === 403 || answer.redirected) {
        stop(button.dataset.refused);
        return;
      }
      if (lines !== null) {
        show(lines);
      }
      say(answer.ok ? button.dataset.following : button.dataset.interrupted);
    } catch (unreachable) {
      if (own !== turn) {
        return;
      }
      say(button.dataset.interrupted);
    }
    timer = setTimeout(look, EVERY_MILLIS, own);
  }

  button.addEventListener("click", function () {
    if (timer !== null) {
      stop(button.dataset.stopped);
      return;
    }
    button.setAttribute("aria-pressed", "true");
    say(button.dataset.following);
    timer = setTimeout(look, 0, turn);
  });
  button.hidden = false;
})();
