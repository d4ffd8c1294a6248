// A click on a row shows its words; a click on words shows their rows. Without this script both are plain links.
"use strict";
(() => {
    const columns = document.querySelector(".notice-columns");
    const sheet = document.querySelector(".sheet");
    const narrow = matchMedia("(max-width: 900px)");
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const move = (block) => ({ block, behavior: still.matches ? "auto" : "smooth" });
    const marksOf = (key) => [...columns.querySelectorAll("a.m[data-rows]")].filter((m) => m.dataset.rows.split(" ").includes(key));
    const itemOf = (key) => columns.querySelector(`[data-row="${CSS.escape(key)}"]`);

    function choose(keys) {
        for (const on of columns.querySelectorAll(".on")) on.classList.remove("on");
        for (const key of keys) {
            itemOf(key)?.classList.add("on");
            for (const mark of marksOf(key)) mark.classList.add("on");
        }
    }

    function tell(keys) {
        const box = sheet.querySelector("div");
        box.replaceChildren(...keys.map(itemOf).filter(Boolean).map((item) => {
            const copy = document.createElement("p");
            const label = item.closest("details").querySelector("summary").firstElementChild.nextSibling.textContent.trim();
            copy.append(Object.assign(document.createElement("small"), { textContent: label + " " }));
            for (const part of item.querySelectorAll(":scope > .to-words > *, :scope > .more")) copy.append(part.cloneNode(true), " ");
            if (!item.querySelector(":scope > .to-words > *")) copy.append(item.querySelector(".to-words").textContent);
            return copy;
        }));
        sheet.hidden = !narrow.matches;
    }

    function showRows(keys) {
        choose(keys);
        tell(keys);
        const first = itemOf(keys[0]);
        if (!first) return false;
        for (let box = first.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
        if (!narrow.matches) first.scrollIntoView(move("center"));
        return true;
    }

    function showWords(key) {
        choose([key]);
        tell([key]);
        const [first] = marksOf(key);
        if (!first) return false;
        first.scrollIntoView(move("center"));
        first.focus({ preventScroll: true });
        return true;
    }

    columns.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        const mark = event.target.closest("a.m[data-rows]");
        const row = event.target.closest("a.to-words");
        if (mark && showRows(mark.dataset.rows.split(" "))) event.preventDefault();
        if (row && showWords(row.closest("[data-row]").dataset.row)) event.preventDefault();
    });
    sheet.querySelector("button").addEventListener("click", () => { sheet.hidden = true; });
    addEventListener("keydown", (event) => { if (event.key === "Escape") sheet.hidden = true; });
    if (narrow.matches) for (const box of columns.querySelectorAll("details.rows")) box.open = false;
    const asked = document.querySelector("#at a.m[data-rows], a.m[data-rows]:has(#at)");
    if (asked) { choose(asked.dataset.rows.split(" ")); tell(asked.dataset.rows.split(" ")); }
})();
