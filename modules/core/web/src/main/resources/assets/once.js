// Sends a form once. Whoever clicks twice is answered to the second click alone, and what the answer to the first shows this
// once would be lost. Without it, the pages say what to do then.
(function () {
  "use strict";

  // Whoever stopped the page, or whose network gave up, gets to send again.
  const AGAIN_MILLIS = 30000;

  let sent = new WeakMap();

  // What other scripts send themselves they have taken over by now. A download leaves the page as it is.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute("method") !== "post" || form.dataset.download !== undefined) {
      return;
    }
    if (performance.now() - sent.get(form) < AGAIN_MILLIS) {
      event.preventDefault();
      return;
    }
    sent.set(form, performance.now());
  });

  // Back by the browser's history, the page may be as it was left.
  window.addEventListener("pageshow", () => {
    sent = new WeakMap();
  });
})();
