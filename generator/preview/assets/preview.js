// Reloads the page after each build and shows its problems beside it.
(function () {
  "use strict";
  var seen = null;
  var panel = null;

  function show(failed) {
    fetch("/_kohort/problems").then(function (r) { return r.text(); }).then(function (text) {
      if (panel) panel.remove();
      panel = null;
      if (!text || document.body.classList.contains("kohort-standin")) return;
      panel = document.createElement("details");
      panel.className = "kohort-panel" + (failed ? " kohort-failed" : "");
      panel.open = failed;
      var summary = document.createElement("summary");
      var lines = text.split("\n");
      summary.textContent = lines[0];
      var pre = document.createElement("pre");
      pre.textContent = lines.slice(1).join("\n");
      panel.append(summary, pre);
      document.body.append(panel);
    });
  }

  var events = new EventSource("/_kohort/events");
  ["built", "warned", "failed"].forEach(function (state) {
    events.addEventListener(state, function (e) {
      // After a failed build the page stays as it was, so there is nothing to load anew.
      if (seen !== null && seen !== e.data && (state !== "failed" || document.body.classList.contains("kohort-standin"))) {
        location.reload();
        return;
      }
      seen = e.data;
      show(state === "failed");
    });
  });
})();
