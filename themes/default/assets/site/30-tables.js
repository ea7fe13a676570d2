// A table that fits its place is no stop for the keyboard, and its head can
// stay in sight; a listing that is wider than its place is one.
(() => {
  "use strict";
  const fit = new ResizeObserver((seen) => {
    seen.forEach(({ target }) => {
      target.classList.remove("fits", "wide"); // they change its width
      const fits = target.scrollWidth <= target.clientWidth;
      if (fits) { target.removeAttribute("tabindex"); } else { target.tabIndex = 0; }
      target.classList.add(fits ? "fits" : "wide");
    });
  });
  document.querySelectorAll(".table, pre").forEach((box) => fit.observe(box));
})();
