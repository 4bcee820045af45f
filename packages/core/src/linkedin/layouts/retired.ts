/**
 * Layouts of before 2020, which withdraw at the first press, without a dialog (linkedin/README.md §2). Nobody has been
 * served them for years; one that comes back is refused by name.
 */
export const retired = [
  { name: "V2", mark: "#contact-select-checkbox, .mn-list-toolbar" },
  { name: "V1", mark: ".mn-person-card__person-btn-ext, .mn-invitation-pagination__control-btn" },
  { name: "V0", mark: ".btn-quaternary" },
] as const;
