import { html } from "hono/html";

/** A piece of a page, escaped wherever a value went in. */
export type Markup = ReturnType<typeof html>;

/** Who a page is for: anybody, or the signed-in member, who gets the navigation. */
export type Frame = "public" | "member";

/** The frame of every page. No script, style or picture comes from anywhere but our own origin. */
export function layout(title: string, body: Markup, frame: Frame = "public"): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/pico.css">
<link rel="stylesheet" href="/lapse.css">
<script src="/lapse.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the main part</a>
<header class="band"><div class="frame"><a class="brand" href="${frame === "member" ? "/dashboard" : "/"}">Lapse</a>
${frame === "member" ? memberLinks() : html`<nav aria-label="Lapse"><a href="/sign-in">Sign in</a></nav>`}</div></header>
<main id="main" class="frame" tabindex="-1">
${body}
</main>
<footer class="frame"><p>Lapse is free software and has nothing to do with LinkedIn. LinkedIn's User Agreement
forbids automation; whoever uses Lapse puts their own account at risk.</p></footer>
</body>
</html>`;
}

function memberLinks(): Markup {
  return html`<nav aria-label="Lapse">
<a href="/dashboard">Dashboard</a><a href="/rules">Rules</a><a href="/connect">Connection</a><a href="/account">Account</a>
<form method="post" action="/sign-out"><button type="submit" class="link">Sign out</button></form>
</nav>`;
}

/** A page that says one thing: a link that is no longer valid, a form that is too long, a fault of ours. */
export function notePage(title: string, sentence: string): Markup {
  return layout(
    `${title} – Lapse`,
    html`<h1>${title}</h1><p>${sentence}</p><p><a href="/">To the first page</a></p>`,
  );
}
