/** Paper, ink and one accent; all text reaches a contrast of 4.5 to 1 (WCAG 2.2 AA) in both schemes. */
export const ink = {
  paper: "#fbfaf7",
  text: "#22241f",
  soft: "#63675e",
  rule: "#e2e0d8",
  tint: "#eef4f0",
  accent: "#1d6b57",
  serif: "Georgia,'Times New Roman',serif",
  sans: "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
} as const;

/** What inline styles can't say: the dark scheme, and the rows of long lists. No selector has quotes, for escaping. */
export const css = `
.people li{margin:0;padding:3px 0}
.people a{color:#22241f;text-decoration:underline;text-decoration-color:#a9c4ba;text-underline-offset:3px}
.people .soft{color:#63675e;font-size:14px}
.people bdi+a,.people a+a{color:#1d6b57;font-size:14px;margin-left:6px;white-space:nowrap}
@media (prefers-color-scheme:dark){
.page{background:#161815 !important}
.page,.text,.people a{color:#e9e7e0 !important}
.soft,.people .soft{color:#a3a79c !important}
.rule{border-color:#31352f !important}
.need{background:#1d2b26 !important;border-color:#7cc8b0 !important}
.accent,.people bdi+a,.people a+a{color:#7cc8b0 !important}
.people a{text-decoration-color:#4d7568 !important}
.button{background:#7cc8b0 !important;color:#10241d !important}
}
`;
