import type { ListView } from "../layout.ts";
import { escaped } from "../markup.ts";

/** Its place and markup are invented: nobody has recorded V6's toast (evidence §12). */
export const toastMarkup = ({ strings }: ListView): string =>
  `<div role="status" data-toast><p>{text}</p><button data-r="close" aria-label="${escaped(strings.dialog.dismiss)}">×</button></div>`;
