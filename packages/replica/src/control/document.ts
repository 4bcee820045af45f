import { escaped } from "../layouts/markup.ts";

const style = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:1200px;padding:16px;font:16px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff}
h1{font-size:22px}h2{font-size:18px;margin:0 0 8px}
section{border:1px solid #ccc;border-radius:8px;padding:16px;margin:16px 0}
.fields{display:flex;flex-wrap:wrap;gap:8px 16px;margin:8px 0;align-items:end}
label{display:inline-block}
select,input[type=number],textarea{display:block;font:inherit;padding:4px;max-width:100%}
input[type=number]{width:9em}textarea{width:100%;font-family:monospace;font-size:13px}
button{font:inherit;padding:4px 12px;min-height:32px;cursor:pointer}
summary{cursor:pointer;padding:6px 0}
.scroll{overflow-x:auto;max-height:420px;overflow-y:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;padding:4px 10px 4px 0;border-bottom:1px solid #e3e3e3;vertical-align:top;overflow-wrap:break-word}
table{min-width:640px}td button{white-space:nowrap}
time{font-variant-numeric:tabular-nums}
@media(prefers-color-scheme:dark){body{color:#eee;background:#16181b}section{border-color:#444}th,td{border-color:#333}a{color:#9cf}}
`;

/** A whole page; `content` is markup. */
export function document(title: string, content: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
    <title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>
    ${content}</main></body></html>`;
}

/** Cells are markup. A wide table scrolls by itself; the page never does sideways. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "<p>None.</p>";
  const cells = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(headings.filter(Boolean).join(", "))}">
    <table><thead>${cells("th", headings)}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table></div>`;
}
