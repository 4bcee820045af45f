import { html } from "hono/html";
import type { Markup } from "../layout.ts";
import { drawTools } from "./drawing.ts";

export interface Step {
  readonly text: Markup;
  /** Draws it, with names that begin with this id. */
  readonly picture: ((id: string) => Markup) | null;
}

export interface Guide {
  readonly id: string;
  readonly browser: string;
  readonly steps: readonly Step[];
}

const list = "www.linkedin.com/mynetwork/invitation-manager/sent/";
/** As much of it as a small drawing has room for. */
const drawnList = "linkedin.com/…/invitation-manager/sent/";

const openList: Step = {
  text: html`Sign in to LinkedIn if you are not, and open your sent invitations: <code>${list}</code>.`,
  picture: (id) =>
    drawTools(id, {
      title: "Your sent invitations",
      seen: "A browser window whose address bar holds the address of the sent invitations; below it, the list.",
      address: drawnList,
    }),
};

const pasteIt: Step = {
  text: html`<a href="/connect/paste">Paste it on Lapse's page</a>, and leave LinkedIn signed in.`,
  picture: null,
};

interface Words {
  /** As the browser calls the panel. */
  readonly tabs: readonly string[];
  readonly menu: readonly string[];
  readonly chosen: string;
}

/** The three steps in the developer tools, in each browser's own words. */
function inTheTools(open: Markup, { tabs, menu, chosen }: Words): Step[] {
  const path = menu.map((each) => `“${each}”`).join(", then ");
  return [
    {
      text: html`${open} Choose the tab “Network” there.`,
      picture: (id) =>
        drawTools(id, {
          title: "The Network tab",
          seen: `The developer tools below the page, with the tabs ${tabs.join(", ")}; Network is chosen, and its list is empty.`,
          ...{ address: drawnList, tabs, rows: [] },
        }),
    },
    {
      text: html`Load the page again (F5, or Command and R on a Mac). The list fills; its first line is the page itself, and is
called <code>sent</code> or <code>sent/</code>.`,
      picture: (id) =>
        drawTools(id, {
          title: "The first line",
          seen: "The list of requests in the Network tab; the first line, sent, is marked.",
          ...{ address: drawnList, tabs, rows: ["sent/", "voyager", "styles.css", "app.js"], marked: 0 },
        }),
    },
    {
      text: html`Click that line with the right mouse button, and choose ${path}. ${chosen}`,
      picture: (id) =>
        drawTools(id, {
          title: menu.join(", then "),
          seen: `The menu over the first line of the list; ${path} is marked.`,
          ...{
            address: drawnList,
            tabs,
            rows: ["sent/", "voyager", "styles.css", "app.js"],
            marked: 0,
            menu,
          },
        }),
    },
  ];
}

export const guides: readonly Guide[] = [
  {
    id: "chrome",
    browser: "Chrome, Edge and Chromium",
    steps: [
      openList,
      ...inTheTools(html`Press F12, or Option, Command and I on a Mac: the developer tools open.`, {
        tabs: ["Elements", "Console", "Network"],
        menu: ["Copy", "Copy as cURL"],
        chosen: "On Windows there are two of them, “(bash)” and “(cmd)”: either will do.",
      }),
      pasteIt,
    ],
  },
  {
    id: "firefox",
    browser: "Firefox",
    steps: [
      openList,
      ...inTheTools(html`Press F12, or Option, Command and I on a Mac: the developer tools open.`, {
        tabs: ["Inspector", "Console", "Network"],
        menu: ["Copy Value", "Copy as cURL"],
        chosen: "On Windows there are two of them, “(POSIX)” and “(Windows)”: either will do.",
      }),
      pasteIt,
    ],
  },
  {
    id: "safari",
    browser: "Safari",
    steps: [
      {
        text: html`Once: in Safari's settings, under “Advanced”, tick “Show features for web developers”.`,
        picture: null,
      },
      openList,
      ...inTheTools(html`In the menu “Develop”, choose “Show Web Inspector”.`, {
        tabs: ["Elements", "Console", "Network"],
        menu: ["Copy as cURL"],
        chosen: "",
      }),
      pasteIt,
    ],
  },
];
