"use strict";
// Narrows the list of claims and their articles down. The page can be read without it: it hides, and never adds.
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const rows = [...document.querySelectorAll("table.claims tbody tr")].map((row) => ({
    row,
    article: document.getElementById(row.id.replace("row-", "claim-")),
    text: null,
  }));
  const shown = document.getElementById("shown");
  const words = document.getElementById("words");
  const speaker = document.getElementById("speaker");
  const cited = document.getElementById("document");
  const unfold = document.getElementById("unfold");

  // What is written in an article is gathered when it is first asked for: most readers never do.
  const textOf = (one) => (one.text ??= `${one.row.textContent} ${one.article.textContent}`.toLowerCase());

  const fits = (one, verdicts, asked, fragile) => {
    const facts = one.row.dataset;
    return (
      (!verdicts.size || verdicts.has(facts.verdict)) &&
      (!speaker?.value || facts.speaker === speaker.value) &&
      (!cited?.value || facts.documents.split(" ").includes(cited.value)) &&
      (!fragile || facts.fragile !== undefined) &&
      asked.every((word) => textOf(one).includes(word))
    );
  };

  const narrow = () => {
    const ticked = [...form.querySelectorAll("[name=verdict]:checked")].map((box) => box.value);
    const fragile = form.querySelector("[name=fragile]").checked;
    const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = new Set(ticked);
    let count = 0;
    for (const one of rows) {
      const fit = fits(one, verdicts, asked, fragile);
      one.row.hidden = one.article.hidden = !fit;
      count += fit;
    }
    const all = count === rows.length;
    const claims = rows.length === 1 ? "claim" : "claims";
    shown.textContent = all ? `${rows.length} ${claims}, all shown` : `${count} of ${rows.length} ${claims} shown`;
    form.classList.toggle("narrowed", !all);
  };

  // A link may lead to a claim that is hidden just now: then all are shown.
  const reveal = () => {
    const place = document.getElementById(location.hash.slice(1));
    const hidden = place?.closest("article[hidden]");
    if (hidden) {
      form.reset();
      narrow();
    }
    for (let fold = place?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (hidden || place?.closest("details")) place.scrollIntoView();
  };

  const folds = () => document.querySelectorAll("main details");
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...folds()].filter((fold) => !fold.open);
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });
  unfold.addEventListener("click", () => {
    const open = unfold.getAttribute("aria-pressed") !== "true";
    for (const fold of folds()) fold.open = open;
    unfold.setAttribute("aria-pressed", String(open));
  });
  form.addEventListener("input", narrow);
  form.addEventListener("reset", () => setTimeout(narrow));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  form.hidden = false;
  narrow();
  reveal();
})();
