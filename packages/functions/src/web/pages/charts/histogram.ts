import { html } from "hono/html";
import type { Markup } from "../layout.ts";
import { type ChartText, chart, length, width } from "./figure.ts";

/** One bar. */
export interface Bar {
  /** Under the bar: at most seven characters, e.g. "30–59". */
  readonly label: string;
  /** In the table, where there is room for words; else the label. */
  readonly name?: string;
  readonly count: number;
  /** Drawn pale: it is there, but not what the chart is about. */
  readonly soft?: boolean;
}

const top = 22;
const base = 160;
const height = 184;
/** More labels than this run into each other. */
const mostLabels = 8;

/** How many there are of each kind, as bars with their number on top. */
export function histogram(text: ChartText, bars: readonly Bar[]): Markup {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const step = width / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / mostLabels);
  const drawn = bars.map(({ label, count, soft }, i) => {
    // A bar that stands for somebody is never too low to be seen.
    const high = count === 0 ? 0 : Math.max(2, ((base - top) * count) / most);
    const middle = length((i + 0.5) * step);
    return html`<rect class="${soft ? "bar soft" : "bar"}" x="${length((i + 0.12) * step)}" y="${length(base - high)}" width="${length(step * 0.76)}" height="${length(high)}"/>
${count === 0 ? "" : html`<text x="${middle}" y="${length(base - high - 6)}" text-anchor="middle">${count}</text>`}
${i % every === 0 ? html`<text x="${middle}" y="${base + 18}" text-anchor="middle">${label}</text>` : ""}`;
  });
  const drawing = html`${drawn}<line class="axis" x1="0" y1="${base}" x2="${width}" y2="${base}"/>`;
  return chart(
    text,
    height,
    drawing,
    bars.map(({ label, name, count }) => [name ?? label, String(count)]),
  );
}
