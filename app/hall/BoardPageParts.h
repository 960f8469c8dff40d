// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/** What is the same on every public page: how it looks, and what it does in the telephone. */
namespace motcua::boardpage {

// Every pair of colours has 4.5:1 at least (WCAG 2.1, 1.4.3); the colours are those of the windows.
inline constexpr char Style[] = R"css(
:root { color-scheme: light dark; --text: #1A1C1E; --page: #FFFFFF; --surface: #F4F6F8; --quiet: #5A6472; --line: #D5DAE1; --accent: #0B5CAD;
  --mine: #E3EEF9; --warning: #7A4F00; --warned: #FFF4D6; }
@media (prefers-color-scheme: dark) { :root { --text: #E6E8EB; --page: #16191D; --surface: #1E2227; --quiet: #AEB7C2; --line: #343A42;
  --accent: #8FC2FF; --mine: #1D3048; --warning: #FFD27A; --warned: #2A2210; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 16px; max-width: 44rem; font: 17px/1.45 "Noto Sans", system-ui, sans-serif; color: var(--text); background: var(--page); }
h1 { font-size: 1.15rem; margin: 0; }
h2 { font-size: 1rem; margin: 24px 0 4px; color: var(--quiet); }
p { margin: 4px 0; }
[lang=en] { color: var(--quiet); font-weight: normal; font-size: .88em; }
#mine { background: var(--mine); border-left: 6px solid var(--accent); padding: 12px 16px; margin: 16px 0; font-size: 1.15rem; }
#mine b { font-size: 1.5rem; }
#mine [lang] { display: block; }
form { margin: 16px 0; }
label [lang] { display: block; }
input { font: inherit; font-size: 1.3rem; width: 8em; padding: 8px; margin-top: 4px; color: var(--text); background: var(--page); border: 1px solid var(--quiet); border-radius: 4px; }
.old, .practice { background: var(--warned); color: var(--warning); border: 2px solid var(--warning); padding: 8px 12px; font-weight: bold; }
.old [lang=en], .practice [lang=en] { color: inherit; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; padding: 6px 8px 6px 0; border-bottom: 1px solid var(--line); vertical-align: baseline; font-weight: normal; }
th [lang], td [lang] { display: inline-block; margin-right: .4em; }
.number { text-align: right; white-space: nowrap; }
.calls td { font-size: 1.7rem; font-weight: bold; }
.calls .here td { font-weight: normal; }
.calls .small { font-size: 1rem; font-weight: normal; color: var(--quiet); }
.numbers { list-style: none; margin: 0; padding: 0; }
.numbers li { display: inline-block; padding: 2px 8px; margin: 2px 4px 2px 0; background: var(--surface); border: 1px solid var(--line); border-radius: 4px; }
.own { outline: 3px solid var(--accent); outline-offset: -1px; }
footer { margin-top: 24px; color: var(--quiet); }
[hidden] { display: none; }
)css";

// Old browsers of old telephones: no arrow functions, no fetch. The page itself is all it asks for.
inline constexpr char Script[] = R"js(//<![CDATA[
(function () {
  'use strict';
  var everyMs = 10000, oldMs = 180000, failed = false;
  function board() { return document.getElementById('board'); }
  function all(where, what) { return Array.prototype.slice.call(where.querySelectorAll(what)); }
  function wanted() {
    var found = /^#([A-Za-z])(\d{2,3}-)?0*(\d{1,5})$/.exec(location.hash), digits = found && found[2] ? 2 : 3;
    if (!found) { return ''; }
    return found[1].toUpperCase() + (found[2] || '') + (found[3].length < digits ? ('00' + found[3]).slice(-digits) : found[3]);
  }
  function clock(ms) { return new Date(ms + 7 * 3600000).toISOString().slice(11, 16); }
  function say(kind, words) {
    all(document, '#mine > p').forEach(function (p) { p.hidden = p.getAttribute('data-say') !== kind; });
    Object.keys(words).forEach(function (name) {
      all(document, '#mine .' + name).forEach(function (one) { one.textContent = words[name]; });
    });
    document.getElementById('mine').hidden = false;
  }
  function tell() {
    var at = Number(board().getAttribute('data-at')), number = wanted(), own;
    var isOld = board().getAttribute('data-live') !== '1' || failed || Date.now() - at > oldMs;
    document.getElementById('old').hidden = !isOld;
    all(document, '#old .since').forEach(function (one) { one.textContent = clock(at); });
    all(document, '.own').forEach(function (one) { one.classList.remove('own'); });
    document.getElementById('mine').hidden = true;
    if (!number) { return; }
    own = all(board(), '[data-number="' + number + '"]')[0];
    if (!own) { say('none', { n: number }); return; }
    own.classList.add('own');
    var kind = own.getAttribute('data-kind');
    if (kind === 'waiting') {
      var before = all(own.parentNode, 'li').indexOf(own);
      say(before === 0 ? 'next' : 'waiting', { n: number, k: before });
    } else {
      say(kind, { n: number, d: own.getAttribute('data-desk') });
    }
  }
  function take(other) {
    var fresh = other ? other.getElementById('board') : null;
    failed = !fresh;
    if (fresh) { board().parentNode.replaceChild(document.importNode(fresh, true), board()); }
    tell();
  }
  function ask() {
    if (location.protocol === 'file:') { location.reload(); return; }
    var request = new XMLHttpRequest();
    request.open('GET', location.pathname + location.search);
    request.responseType = 'document';
    request.setRequestHeader('Cache-Control', 'no-cache');
    request.timeout = everyMs;
    request.onload = function () { take(request.status === 200 ? request.response : null); };
    request.onerror = request.ontimeout = function () { take(null); };
    request.send();
  }
  document.getElementById('asked').hidden = false;
  document.getElementById('asked').addEventListener('submit', function (event) {
    event.preventDefault();
    location.hash = document.getElementById('typed').value.trim();
  });
  window.addEventListener('hashchange', tell);
  window.setInterval(ask, everyMs);
  tell();
}());
//]]>)js";

} // namespace motcua::boardpage
