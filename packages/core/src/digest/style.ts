/** Paper, ink, one accent and one typeface stack, those of the pages; all text reaches a contrast of 4.5 to 1 (WCAG 2.2 AA) in both schemes. */
export const ink = {
  paper: "#fdfdfb",
  text: "#1d2729",
  soft: "#566265",
  rule: "#d9ddda",
  tint: "#edf3f3",
  accent: "#0b5563",
  sans: "Seravek,'Gill Sans Nova',Ubuntu,Calibri,'DejaVu Sans','Noto Sans',sans-serif",
} as const;

/** What inline styles can't say: the dark scheme, and the rows of long lists. No selector has quotes, for escaping. */
export const css = `
.people li{margin:0;padding:3px 0}
.people a{color:#1d2729;text-decoration:underline;text-decoration-color:#9dbfc4;text-underline-offset:3px}
.people .soft{color:#566265;font-size:14px}
.people bdi+a,.people a+a{color:#0b5563;font-size:14px;margin-left:6px;white-space:nowrap}
@media (prefers-color-scheme:dark){
.page{background:#12181a !important}
.page,.text,.people a{color:#d5dcdc !important}
.soft,.people .soft{color:#9fabac !important}
.rule{border-color:#2f393b !important}
.need{background:#1b2527 !important;border-color:#7fd0df !important}
.accent,.people bdi+a,.people a+a{color:#7fd0df !important}
.people a{text-decoration-color:#4a7780 !important}
.button{background:#7fd0df !important;color:#0b1f24 !important}
}
`;
