import { html } from "hono/html";
import type { Markup } from "../layout.ts";
import { type ChartText, chart, length, width } from "./figure.ts";

/** A point of a curve: `share` in [0, 1] at `x`, which is 0 or more. */
export interface CurvePoint {
  readonly x: number;
  readonly share: number;
}

/** A line across the curve, where something happens. */
export interface CurveMark {
  readonly x: number;
  /** A few words, e.g. "you withdraw at 30". */
  readonly label: string;
}

export interface CurveView extends ChartText {
  /** What x counts, e.g. "days"; stands at the end of the axis. */
  readonly unit: string;
  readonly mark?: CurveMark;
}

const left = 46;
const right = width - 10;
const top = 30;
const base = 180;
const height = 206;

/** A share that grows, such as how many were answered by which day. Points in the order of x. */
export function curve(view: CurveView, points: readonly CurvePoint[]): Markup {
  const far = Math.max(1, view.mark?.x ?? 0, ...points.map(({ x }) => x));
  const across = (x: number) => length(left + ((right - left) * x) / far);
  const up = (share: number) => length(base - (base - top) * Math.min(1, Math.max(0, share)));
  // It begins with nobody, and what it reached it keeps.
  const whole = [{ x: 0, share: 0 }, ...points, { x: far, share: points.at(-1)?.share ?? 0 }];
  const path = whole.map(({ x, share }, i) => `${i === 0 ? "M" : "L"}${across(x)} ${up(share)}`).join("");
  const drawing = html`${[0, 0.5, 1].map(
    (
      share,
    ) => html`<line class="${share === 0 ? "axis" : "grid"}" x1="${left}" y1="${up(share)}" x2="${right}" y2="${up(share)}"/>
<text x="${left - 6}" y="${length(Number(up(share)) + 5)}" text-anchor="end">${percent(share)}</text>`,
  )}${ticks(far).map(
    (x) => html`<text x="${across(x)}" y="${base + 20}" text-anchor="middle">${x}</text>`,
  )}<text x="${right}" y="${base + 20}" text-anchor="end">${view.unit}</text>
<path class="line" d="${path}"/>${view.mark === undefined ? "" : marked(view.mark, across(view.mark.x))}`;
  return chart(
    view,
    height,
    drawing,
    points.map(({ x, share }) => [String(x), percent(share)]),
  );
}

/** The label stands on that side of its line on which there is more room. */
function marked({ label }: CurveMark, at: string): Markup {
  const late = Number(at) > (left + right) / 2;
  return html`<line class="axis" x1="${at}" y1="${top - 16}" x2="${at}" y2="${base}" stroke-dasharray="4 4"/>
<text x="${length(Number(at) + (late ? -6 : 6))}" y="${top - 10}" text-anchor="${late ? "end" : "start"}">${label}</text>`;
}

/** Rounded down: a share is never said to be greater than it is. The little bit makes up for how 0.29 is stored. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** Round numbers from 0, four to eight of them, with room left for the unit at the end. */
function ticks(far: number): readonly number[] {
  const steps = [1, 2, 5, 10, 15, 30, 60, 90, 180, 365];
  const step = steps.find((each) => far / each <= 8) ?? Math.ceil(far / 8);
  const count = Math.floor((far * 0.85) / step);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}
