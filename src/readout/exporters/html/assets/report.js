// The page reads without this; it adds the panel that shows words in their article, the side-by-side view, and filters.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  // What the reader chose, where the browser keeps it; a page without storage forgets it when it is closed.
  function recall(name) { try { return localStorage.getItem("readout-" + name); } catch (error) { return null; } }
  function keep(name, value) { try { localStorage.setItem("readout-" + name, value); } catch (error) { /* not kept */ } }
  if (recall("theme")) root.dataset.theme = recall("theme");

  function $(id) { return document.getElementById(id); }
  function all(query, within) { return Array.prototype.slice.call((within || document).querySelectorAll(query)); }

  // ---------------------------------------------------------------- code points
  // Python counts code points, the DOM counts UTF-16 units. `length` and `unit` are the only bridge between the two.
  function length(text) {
    var n = 0;
    for (var i = 0; i < text.length; i++, n++) {
      var c = text.charCodeAt(i);
      if (c >= 0xd800 && c < 0xdc00 && i + 1 < text.length) i++;
    }
    return n;
  }
  function unit(text, point) {
    var i = 0;
    for (var n = 0; n < point && i < text.length; n++) {
      var c = text.charCodeAt(i);
      i += c >= 0xd800 && c < 0xdc00 && i + 1 < text.length ? 2 : 1;
    }
    return i;
  }

  // Wrap the code points [start, end) of a paragraph, counted from the article's start, in elements made by `make`.
  function wrap(block, start, end, make) {
    var at = +block.dataset.s, made = [], texts = [], node;
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while ((node = walker.nextNode())) texts.push(node);
    texts.forEach(function (text) {
      var size = length(text.data), low = Math.max(start - at, 0), high = Math.min(end - at, size);
      at += size;
      if (low >= high) return;
      var tail = unit(text.data, high), head = unit(text.data, low);
      if (tail < text.data.length) text.splitText(tail);
      if (head > 0) text = text.splitText(head);
      var element = make();
      text.parentNode.replaceChild(element, text);
      element.appendChild(text);
      made.push(element);
    });
    return made;
  }
  function element(name, css, words) {
    var made = document.createElement(name);
    if (css) made.className = css;
    if (words !== undefined) made.textContent = words;
    return made;
  }
  // A copy of an article's text without its ids.
  function copyText(key) {
    var text = document.querySelector("#" + key + " .text");
    if (!text) return null;
    text = text.cloneNode(true);
    all("[id]", text).forEach(function (part) { part.removeAttribute("id"); });
    return text;
  }

  // ---------------------------------------------------------------- stories
  function show(key) {
    var found = false;
    all(".story").forEach(function (story) {
      var on = story.id === key;
      story.classList.toggle("on", on);
      // The newest end of the drawn timeline is what a small screen should show first.
      var lanes = on && story.querySelector(".lanes .scroll");
      if (lanes) lanes.scrollLeft = lanes.scrollWidth;
      found = found || on;
    });
    all("[data-story]").forEach(function (link) {
      if (link.dataset.story === key) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    return found;
  }
  function reveal(id, at_once) {
    var target = id && $(id);
    if (!target) return false;
    var story = target.closest(".story");
    if (story && !story.classList.contains("on")) show(story.id);
    for (var up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    if (target.tagName === "TR" && target.hidden) { target.hidden = false; }
    target.scrollIntoView(at_once ? { behavior: "instant" } : undefined);
    if (target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
    return true;
  }

  // ---------------------------------------------------------------- the panel
  var opener = null, marks = [], here = 0;
  function openAt(at, from) {
    var found = /^(a\d+)\.(\d+)-(\d+)$/.exec(at);
    if (!found || !$(found[1])) return false;
    var sheet = $(found[1]), text = copyText(found[1]), start = +found[2], end = +found[3];
    marks = [];
    all(".blk", text).forEach(function (block) {
      if (+block.dataset.s < end && +block.dataset.e > start)
        marks = marks.concat(wrap(block, start, end, function () { return element("mark", "here"); }));
    });
    $("drawer-k").textContent = sheet.dataset.outlet + ", " + sheet.dataset.published;
    $("drawer-h").textContent = sheet.querySelector(".headline").textContent;
    $("drawer-text").replaceChildren(text);
    $("drawer-full").setAttribute("href", "#" + found[1]);
    $("drawer").hidden = false;
    root.classList.add("drawer-open");
    all(".ev.open").forEach(function (link) { link.classList.remove("open"); });
    if (from) { from.classList.add("open"); opener = from; }
    here = 0;
    if (marks.length) marks[0].scrollIntoView({ block: "center", behavior: "instant" });
    $("drawer-h").focus({ preventScroll: true });
    try { history.replaceState(null, "", "#" + at); } catch (error) { /* in a frame without an address */ }
    return true;
  }
  function closeDrawer() {
    if ($("drawer").hidden) return;
    $("drawer").hidden = true;
    root.classList.remove("drawer-open");
    all(".ev.open").forEach(function (link) { link.classList.remove("open"); });
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  }
  // The next linked words on the page after those in the panel.
  function step(by) {
    var links = all(".story.on .ev").filter(function (link) { return link.offsetParent !== null; });
    var at = links.indexOf(opener);
    var next = links[Math.min(Math.max(at + by, 0), links.length - 1)];
    if (next) { next.scrollIntoView({ block: "center" }); openAt(next.dataset.at, next); }
  }

  // ---------------------------------------------------------------- side by side
  var pairs = null, edits = [], current = -1;
  // The blocks (in order) that share something with [from, to).
  function within(blocks, from, to) {
    var low = 0, high = blocks.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (blocks[middle].e <= from) low = middle + 1; else high = middle;
    }
    var found = [];
    for (; low < blocks.length && blocks[low].s < to; low++) found.push(low);
    return found;
  }
  // How much each block on the right shares with each on the left: {right: {left: characters}}.
  function shares(pair, left, right) {
    var shared = right.map(function () { return {}; });
    function note(a, b, size) { if (size > 0) shared[b][a] = (shared[b][a] || 0) + size; }
    pair.p.forEach(function (p) {
      // The part of a passage in one paragraph is carried over in proportion.
      var scale = (p[1] - p[0]) / (p[3] - p[2]);
      within(right, p[2], p[3]).forEach(function (b) {
        var from = p[0] + (Math.max(p[2], right[b].s) - p[2]) * scale, to = p[0] + (Math.min(p[3], right[b].e) - p[2]) * scale;
        within(left, from, to).forEach(function (a) { note(a, b, Math.min(to, left[a].e) - Math.max(from, left[a].s)); });
      });
    });
    // What was put in another's place stands beside it: a headline beside the new headline.
    pair.e.forEach(function (e) {
      if (e[1] < 0 || e[3] < 0) return;
      var a = within(left, e[1], e[2])[0], b = within(right, e[3], e[4])[0];
      if (a !== undefined && b !== undefined) note(a, b, Math.min(e[2] - e[1], e[4] - e[3]));
    });
    return shared;
  }
  function blocksOf(key) {
    return all(".blk", copyText(key)).map(function (block) {
      block.removeAttribute("title");
      all(".st, .cue, .who", block).forEach(function (part) { part.replaceWith.apply(part, Array.prototype.slice.call(part.childNodes)); });
      block.normalize();
      return { s: +block.dataset.s, e: +block.dataset.e, node: block, junk: block.classList.contains("junk") };
    });
  }
  // Rows of paragraphs that stand beside each other: a longest chain of best partners that never crosses.
  function align(pair, left, right) {
    var shared = shares(pair, left, right), home = {}, held = {};
    // Where each paragraph on the left has gone: two that were merged share a row with what they became.
    shared.forEach(function (of, j) {
      Object.keys(of).forEach(function (a) { if (of[a] > Math.max(12, held[a] || 0)) { held[a] = of[a]; home[a] = j; } });
    });
    var partner = shared.map(function (shared) {
      var best = -1, most = 12;
      Object.keys(shared).forEach(function (a) { if (shared[a] > most) { most = shared[a]; best = +a; } });
      return best;
    });
    var reach = [], from = [], last = -1;
    partner.forEach(function (i, j) {
      reach[j] = 0; from[j] = -1;
      if (i < 0) return;
      reach[j] = 1;
      for (var k = 0; k < j; k++)
        if (partner[k] >= 0 && partner[k] <= i && reach[k] + 1 > reach[j]) { reach[j] = reach[k] + 1; from[j] = k; }
      if (last < 0 || reach[j] > reach[last]) last = j;
    });
    var keep = {};
    for (; last >= 0; last = from[last]) keep[last] = true;
    var rows = [], i = 0;
    right.forEach(function (b, j) {
      if (!keep[j]) { rows.push({ a: [], b: [b] }); return; }
      while (i < partner[j] && home[i] !== j) rows.push({ a: [left[i++]], b: [] });
      var merged = [];
      while (i <= partner[j] || (merged.length && i < left.length && home[i] === j)) merged.push(left[i++]);
      if (merged.length) rows.push({ a: merged, b: [b] });
      else rows[rows.length - 1].a.length ? rows[rows.length - 1].b.push(b) : rows.push({ a: [], b: [b] });
    });
    while (i < left.length) rows.push({ a: [left[i++]], b: [] });
    return join(rows);
  }
  // What stands alone on one side and then on the other, between two rows that match, shares a row.
  function join(rows) {
    return rows.reduce(function (kept, row) {
      var before = kept[kept.length - 1];
      var lone = !row.a.length || !row.b.length;
      if (before && lone && before.lone) {
        before.a = before.a.concat(row.a);
        before.b = before.b.concat(row.b);
      } else {
        row.lone = lone;
        kept.push(row);
      }
      return kept;
    }, []);
  }
  function inside(pair, side, block) {
    return pair.p.some(function (p) { return Math.min(p[side + 1], block.e) - Math.max(p[side], block.s) > 0; });
  }
  function paint(pair, block, side) {
    var marked = false;
    pair.e.forEach(function (e, number) {
      var start = e[1 + side], end = e[2 + side];
      if (start < 0 || start >= block.e || end <= block.s) return;
      var both = e[1] >= 0 && e[3] >= 0;
      wrap(block.node, start, end, function () {
        var made = element("span", "e" + (both ? " chg" : "") + (e[0] === "attribution" ? " who-said" : ""));
        made.dataset.edit = number;
        made.title = e[0];
        return made;
      });
      marked = true;
    });
    if (!marked && !inside(pair, side, block)) block.node.classList.add("out");
    return marked;
  }
  function compare(number, from) {
    pairs = pairs || JSON.parse($("pairings").textContent);
    var pair = pairs[number];
    if (!pair) return;
    opener = from;
    var left = blocksOf(pair.a), right = blocksOf(pair.b), body = document.createDocumentFragment();
    var rows = align(pair, left, right);
    var heads = element("div", "row heads");
    [pair.a, pair.b].forEach(function (key) {
      var side = element("div", "side", $(key).dataset.outlet + " ");
      side.appendChild(element("span", "dim", $(key).dataset.published));
      heads.appendChild(side);
    });
    body.appendChild(heads);
    rows.forEach(function (row) {
      var line = element("div", "row"), has = false, junk = true;
      ["a", "b"].forEach(function (name, index) {
        var side = element("div", "side " + name);
        row[name].forEach(function (block) {
          has = paint(pair, block, index * 2) || has;
          junk = junk && block.junk;
          side.appendChild(block.node);
        });
        line.appendChild(side);
      });
      if (has) line.classList.add("has");
      if (junk) line.classList.add("junkrow");
      body.appendChild(line);
    });
    $("compare-text").replaceChildren(body);
    $("compare-note").textContent = from ? from.textContent.replace("⇄", "").trim() : "";
    edits = pair.e.map(function (e, n) { return n; }).filter(function (n) { return $("compare-text").querySelector('[data-edit="' + n + '"]'); });
    edits.sort(function (x, y) {
      var a = $("compare-text").querySelector('[data-edit="' + x + '"]'), b = $("compare-text").querySelector('[data-edit="' + y + '"]');
      return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
    current = -1;
    $("compare-at").textContent = edits.length + (edits.length === 1 ? " edit" : " edits");
    $("compare").showModal();
    try { history.replaceState(null, "", "#c" + number); } catch (error) { /* in a frame without an address */ }
    $("compare-text").scrollTop = 0;
    $("compare-text").focus();
  }
  function toEdit(by) {
    if (!edits.length) return;
    current = (current + by + edits.length) % edits.length;
    all(".e.now").forEach(function (part) { part.classList.remove("now"); });
    var parts = all('[data-edit="' + edits[current] + '"]', $("compare-text"));
    parts.forEach(function (part) { part.classList.add("now"); });
    parts[0].scrollIntoView({ block: "center" });
    $("compare-at").textContent = parts[0].title + ", " + (current + 1) + " of " + edits.length;
  }

  // ---------------------------------------------------------------- filters
  function filter(form) {
    var standings = all("input[name=standing]:checked", form).map(function (box) { return box.value; });
    var kind = form.elements.kind ? form.elements.kind.value : "", holder = form.elements.holder ? form.elements.holder.value : "";
    var rows = all("tbody tr", $(form.dataset.for)), shown = 0;
    rows.forEach(function (row) {
      var ok = standings.indexOf(row.dataset.standing) >= 0 && (!kind || row.dataset.kind === kind) &&
        (!holder || row.dataset.holders.split("\n").indexOf(holder) >= 0);
      row.hidden = !ok;
      if (ok) shown++;
    });
    form.querySelector("output").textContent = shown === rows.length ? "" : shown + " of " + rows.length + " points";
  }

  function follow(at_once) {
    var hash = decodeURIComponent(location.hash.slice(1));
    var found = /^(a\d+)\.\d+-\d+$/.exec(hash);
    if (found && $(found[1])) { show($(found[1]).closest(".story").id); return openAt(hash, null); }
    if (/^c\d+$/.test(hash)) {
      var button = document.querySelector('[data-pair="' + hash.slice(1) + '"]');
      if (button) { show(button.closest(".story").id); return compare(hash.slice(1), button); }
    }
    return reveal(hash, at_once === true);
  }
  function typing(target) { return /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName); }
  function walk(by) {
    var rows = all(".story.on .grid tbody tr").filter(function (row) { return !row.hidden; });
    var at = rows.findIndex(function (row) { return row.classList.contains("here"); });
    var next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    rows.forEach(function (row) { row.classList.toggle("here", row === next); });
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "center" }); }
  }

  document.addEventListener("DOMContentLoaded", function () {
    var first = document.querySelector(".story");
    if (first) show(first.id);
    all("form.filters").forEach(function (form) {
      filter(form);
      form.addEventListener("change", function () { filter(form); });
      form.addEventListener("submit", function (event) { event.preventDefault(); });
    });
    follow(true);
    window.addEventListener("hashchange", follow);

    document.addEventListener("click", function (event) {
      var link = event.target.closest("a, button");
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
      if (link.classList.contains("ev") && openAt(link.dataset.at, link)) { event.preventDefault(); return; }
      if (link.dataset.pair) { compare(link.dataset.pair, link); return; }
      var hash = link.getAttribute("href");
      if (hash && hash.charAt(0) === "#" && hash.length > 1 && reveal(hash.slice(1))) {
        event.preventDefault();
        try { history.pushState(null, "", hash); } catch (error) { /* in a frame without an address */ }
        if (link.id === "drawer-full") closeDrawer();
      }
    });
    document.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) return;
      var comparing = $("compare").open, reading = !$("drawer").hidden;
      if (event.key === "Escape") {
        if (!comparing && reading) closeDrawer();
      } else if (!$("single-keys").checked) return;
      else if (event.key === "n" || event.key === "p") {
        var by = event.key === "n" ? 1 : -1;
        if (comparing) toEdit(by);
        else if (reading) step(by);
      } else if (!comparing && (event.key === "j" || event.key === "k")) walk(event.key === "j" ? 1 : -1);
      else if (!comparing && event.key === "?") $("legend").showModal();
    });
    $("drawer-close").addEventListener("click", closeDrawer);
    $("drawer-next").addEventListener("click", function () { step(1); });
    $("drawer-prev").addEventListener("click", function () { step(-1); });
    $("edit-next").addEventListener("click", function () { toEdit(1); });
    $("edit-prev").addEventListener("click", function () { toEdit(-1); });
    $("compare-close").addEventListener("click", function () { $("compare").close(); });
    $("compare").addEventListener("close", function () { if (opener) opener.focus({ preventScroll: true }); });
    $("compare-only").addEventListener("click", function () {
      var on = $("compare-text").classList.toggle("only");
      this.setAttribute("aria-pressed", on ? "true" : "false");
    });
    $("legend-close").addEventListener("click", function () { $("legend").close(); });
    $("help").addEventListener("click", function () { $("legend").showModal(); });
    // Somebody who speaks to the machine must be able to switch them off (WCAG 2.1.4).
    $("single-keys").checked = recall("single-keys") !== "off";
    $("single-keys").addEventListener("change", function () { keep("single-keys", this.checked ? "on" : "off"); });
    $("theme").addEventListener("click", function () {
      var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      keep("theme", root.dataset.theme);
    });
    if ($("all-stories")) $("all-stories").addEventListener("click", function () {
      document.querySelector(".contents").classList.add("all");
      this.remove();
    });
    if ($("find")) $("find").addEventListener("input", function () {
      var words = this.value.toLowerCase(), list = document.querySelector(".contents");
      list.classList.add("all");
      all("li", list).forEach(function (line) { line.hidden = line.textContent.toLowerCase().indexOf(words) < 0; });
    });
    // Focus or pointer on an event's bar lights its line in the list, and the other way round.
    function light(event) {
      var part = event.target.closest && event.target.closest("[data-event], .events > li");
      all(".timeline .on").forEach(function (lit) { lit.classList.remove("on"); });
      if (!part) return;
      var id = part.dataset.event || part.id, bar = document.querySelector('[data-event="' + id + '"]');
      $(id).classList.add("on");
      if (bar) bar.classList.add("on");
    }
    document.addEventListener("pointerover", light);
    document.addEventListener("focusin", light);
  });
})();
