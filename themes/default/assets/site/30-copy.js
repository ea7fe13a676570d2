// What a reader can copy: the code of a block, the address of a heading.
(() => {
  "use strict";
  const words = document.querySelector("main").dataset;
  const said = document.createElement("p");
  let timer;

  function say(text) {
    said.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { said.textContent = ""; }, 3000);
  }

  // On a server without https there is no clipboard; the old command copies
  // what is selected.
  function byCommand(text) {
    const before = document.activeElement;
    const area = document.createElement("textarea");
    area.className = "unseen";
    area.value = text;
    document.body.append(area);
    area.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch (e) { /* told below */ }
    area.remove();
    before.focus({ preventScroll: true });
    if (!done) { throw new Error("no clipboard"); }
  }
  async function copy(text, message) {
    try {
      try { await navigator.clipboard.writeText(text); } catch (e) { byCommand(text); }
      say(message);
    } catch (e) { say(words.uncopied); }
  }

  said.className = "said";
  said.setAttribute("role", "status");
  document.querySelector("main").append(said);

  document.querySelectorAll(".prose pre").forEach((pre) => {
    const code = pre.querySelector("code");
    if (!code) { return; }
    const box = document.createElement("div");
    const tools = document.createElement("div");
    const button = document.createElement("button");
    const language = /language-([^ ]+)/.exec(code.className);
    box.className = "code";
    tools.className = "code-tools";
    if (language) { tools.append(language[1] + " "); }
    button.type = "button";
    button.textContent = words.copy;
    button.addEventListener("click", () => { copy(code.textContent.replace(/\n$/, ""), words.copied); });
    tools.append(button);
    pre.before(box);
    box.append(tools, pre);
  });

  document.addEventListener("click", (e) => {
    const anchor = e.target.closest("a.anchor");
    if (anchor && !e.ctrlKey && !e.metaKey && !e.shiftKey) { copy(anchor.href, words.copiedLink); }
  });
})();
