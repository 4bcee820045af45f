import { extensionBrowser } from "./browser.ts";
import { type Destination, readCode } from "./code.ts";
import { type Gathering, gather, mayRead } from "./gather.ts";
import { send } from "./send.ts";
import { cookieNames, mayLack, site } from "./site.ts";

const browser = extensionBrowser();
const host = new URL(site).host;

function part<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The popup has no ${id}.`);
  return found as Kind;
}

const [ask, review, done] = [part<HTMLFormElement>("ask"), part<HTMLFormElement>("review"), part("done")];
const code = part<HTMLTextAreaElement>("code");

/** What is shown is what is sent, and nothing that changed meanwhile. */
let shown: { readonly destination: Destination; readonly gathering: Gathering } | null = null;

ask.addEventListener("submit", (event) => {
  event.preventDefault();
  void look();
});
review.addEventListener("submit", (event) => {
  event.preventDefault();
  void sendShown();
});
part("back").addEventListener("click", () => {
  shown = null;
  show(ask);
  code.focus();
});

async function look(): Promise<void> {
  const read = readCode(code.value);
  if (!read.ok) return say(read.problem, true);
  // Asked for at once: a browser lets us ask only right after the click.
  if (!(await mayRead(browser))) return say(`Without leave to read ${host}, there is nothing to send.`);
  const gathering = await gather(browser);
  const [signsIn = ""] = cookieNames;
  if (gathering.missing.includes(signsIn))
    return say(`You are not signed in at ${host} in this browser. Sign in there, then come back.`);
  shown = { destination: read.destination, gathering };
  lay(shown.destination, gathering);
  show(review);
  part("review-title").focus();
}

/** Names and lengths; a value is put into no page. */
function lay({ origin }: Destination, { found, missing }: Gathering): void {
  part("where").textContent = origin;
  part("site").textContent = host;
  const rows = found.map(({ name, value }) => {
    const row = document.createElement("tr");
    for (const text of [name, String(value.length)]) {
      const cell = document.createElement("td");
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  });
  part("cookies").replaceChildren(...rows);
  const lacking = missing.filter((name) => !mayLack.includes(name));
  part("lacking").hidden = lacking.length === 0;
  part("lacking").textContent =
    `Not there: ${lacking.join(", ")}. It may not work without; load a page of ${host} first.`;
}

async function sendShown(): Promise<void> {
  if (shown === null) return;
  const { destination, gathering } = shown;
  // Once: whatever comes of it, these are not sent again.
  shown = null;
  const sent = await send(destination, gathering.found, navigator.userAgent, (...args) => fetch(...args));
  code.value = "";
  if (!sent.ok) {
    show(ask);
    return say(sent.problem);
  }
  part<HTMLAnchorElement>("next").href = sent.next;
  show(done);
  part("done-title").focus();
}

function show(one: HTMLElement): void {
  for (const each of [ask, review, done]) each.hidden = each !== one;
  say("");
}

function say(problem: string, aboutTheCode = false): void {
  part("problem").textContent = problem;
  if (aboutTheCode) code.setAttribute("aria-invalid", "true");
  else code.removeAttribute("aria-invalid");
  if (problem !== "") code.focus();
}
