/**
 * The only words that may leave a page in a report. A tag, an attribute's name or a role can hold what somebody typed
 * as well as a text can (`data-ada-example`): what is not listed here becomes "?".
 */
export interface Vocabulary {
  readonly tags: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Values that may be told, by attribute: states, and the marks that we know pages by. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/** HTML's own elements (html.spec.whatwg.org, index of elements), and the outermost ones of drawings. */
const tags = words(`
  html body main article section aside nav header footer h1 h2 h3 h4 h5 h6 hgroup address search
  p hr pre blockquote ol ul menu li dl dt dd figure figcaption div
  a em strong small s cite q dfn abbr ruby rt rp data time code var samp kbd sub sup i b u mark bdi bdo span br wbr
  ins del picture source img iframe embed object video audio track map area svg math canvas
  table caption colgroup col tbody thead tfoot tr td th
  form label input button select datalist optgroup option textarea output progress meter fieldset legend
  details summary dialog slot
`);

/** WAI-ARIA 1.2, roles that a page may give. */
const roles = words(`
  alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox
  complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid
  gridcell group heading img insertion link list listbox listitem log main marquee math menu menubar menuitem
  menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio
  radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong
  subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid
  treeitem
`);

const aria = words(`
  activedescendant atomic autocomplete busy checked colcount colindex colspan controls current describedby
  description details disabled errormessage expanded flowto haspopup hidden invalid keyshortcuts label labelledby
  level live modal multiline multiselectable orientation owns placeholder posinset pressed readonly relevant required
  roledescription rowcount rowindex rowspan selected setsize sort valuemax valuemin valuenow valuetext
`).map((name) => `aria-${name}`);

/** HTML's own attributes that say something of a page's structure. */
const html = words(`
  accept action alt async autocomplete autofocus checked cite cols colspan contenteditable controls coords datetime
  dir disabled download draggable enctype enterkeyhint for form formaction headers height hidden high href hreflang id
  inert inputmode is ismap itemid itemprop itemref itemscope itemtype kind label lang list loading loop low max
  maxlength media method min minlength multiple muted name novalidate open optimum part pattern ping placeholder
  popover popovertarget poster preload readonly referrerpolicy rel required reversed role rows rowspan sandbox scope
  selected shape size sizes slot span spellcheck src srcdoc srclang srcset start step tabindex target title translate
  type usemap value width wrap viewBox viewbox
`);

/** LinkedIn's own, as the evidence has them (linkedin/README.md §2, §3, dom-outline-2026-09-10.txt and the fixtures). */
const linkedIn = words(`
  componentkey data-component-type data-control-name data-ember-action data-loaded data-sdui-destination-screen
  data-sdui-destination-screen-hash data-sdui-screen data-test-artdeco-toast-item-type data-test-dialog-primary-btn
  data-test-dialog-secondary-btn data-test-dialog-title data-test-modal data-test-modal-container data-testid
  data-token-id data-urn data-view-name
`);

const trueOrFalse = ["true", "false"];

export const vocabulary: Vocabulary = {
  tags: new Set(tags),
  roles: new Set(roles),
  names: new Set([...html, ...aria, ...linkedIn]),
  values: {
    id: ["workspace", "dialog-header", "captcha-internal", "rememberme-div", "interop-outlet"],
    "data-testid": words(`lazy-column expandable-text-box expandable-text-button dialog dialog-content
      interop-shadowdom interop-iframe`),
    "data-view-name": words(`sent-invitations-withdraw-single sent-invitation-profile sent-invitation-note
      edge-creation-connect-action`),
    "data-component-type": ["LazyColumn"],
    "data-sdui-screen": ["com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationSentWithType"],
    componentkey: ["InvitationManagerPage_InvitationsList"],
    type: words("button submit text password email checkbox radio hidden search"),
    "aria-hidden": trueOrFalse,
    "aria-disabled": trueOrFalse,
    "aria-modal": trueOrFalse,
    "aria-expanded": trueOrFalse,
    "aria-selected": trueOrFalse,
    "aria-pressed": trueOrFalse,
    "aria-checked": trueOrFalse,
    "aria-current": ["true", "false", "page", "step", "location"],
    "aria-live": ["off", "polite", "assertive"],
  },
};
