import { parseAst } from "vitest/node";

/** What a file reaches for: modules by their specifiers, and globals that give time, chance, files or the network. */
export interface Reaches {
  readonly imports: readonly string[];
  readonly globals: readonly string[];
}

const watched = new Set(
  [
    "process",
    "fetch",
    "crypto",
    "performance",
    "Buffer",
    "require",
    "XMLHttpRequest",
    "WebSocket",
    "localStorage",
  ].concat(["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "globalThis"]),
);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Reads a TypeScript file as the compiler's own parser would; comments, texts and types reach for nothing. */
export function reaches(text: string): Reaches {
  const imports = new Set<string>();
  const globals = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: Node, parent: Node | null, as: string) => {
    const specifier = specifierIn(node);
    if (specifier !== null) imports.add(specifier);
    if (node.type === "Identifier" && isBinding(parent, as)) declared.add(String(node["name"]));
    const global = globalIn(node, parent, as);
    if (global !== null) globals.add(global);
    for (const [key, child] of Object.entries(node)) {
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) visit(one, node, key);
    }
  };
  visit(parseAst(text, { lang: "ts" }) as unknown as Node, null, "");
  return { imports: [...imports], globals: [...globals].filter((name) => !declared.has(name)) };
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

function specifierIn(node: Node): string | null {
  const from = /^(?:Import(?:Declaration|Expression)|Export(?:Named|All)Declaration|TSImportType)$/.test(
    node.type,
  )
    ? node["source"]
    : null;
  if (!isNode(from)) return null;
  // A computed import could be anything.
  return typeof from["value"] === "string" ? from["value"] : "(computed)";
}

/** `Date.now`, `new Date()` and `Date()` read the clock; `new Date(ms)` does not. */
function globalIn(node: Node, parent: Node | null, as: string): string | null {
  if (isMemberOf(node, "Date", "now") || isMemberOf(node, "Math", "random")) return nameOfMember(node);
  const callee = node["callee"];
  if (isNode(callee) && callee.type === "Identifier" && callee["name"] === "Date") {
    if (node.type === "CallExpression") return "Date()";
    if (node.type === "NewExpression" && (node["arguments"] as unknown[]).length === 0) return "new Date()";
  }
  if (node.type !== "Identifier" || !watched.has(String(node["name"]))) return null;
  return isReference(parent, as) ? String(node["name"]) : null;
}

function isMemberOf(node: Node, object: string, property: string): boolean {
  return node.type === "MemberExpression" && nameOfMember(node) === `${object}.${property}`;
}

function nameOfMember(node: Node): string {
  const [object, property] = [node["object"], node["property"]];
  if (!isNode(object) || !isNode(property)) return "";
  return `${object["name"]}.${property["name"] ?? property["value"]}`;
}

/** A name after a dot, before a colon, or in a type is no reference. */
function isReference(parent: Node | null, as: string): boolean {
  if (parent === null || parent.type.startsWith("TS"))
    return parent?.type === "TSNonNullExpression" || parent?.type === "TSAsExpression";
  if (parent.type === "MemberExpression") return as === "object" || parent["computed"] === true;
  const isKey = as === "key" && parent["computed"] !== true && parent["shorthand"] !== true;
  return !isKey && !/^(?:Import|Export).*Specifier$/.test(parent.type);
}

function isBinding(parent: Node | null, as: string): boolean {
  if (parent === null) return false;
  if (as === "params" || as === "local") return true;
  if (as === "id") return true;
  // A destructured parameter or constant.
  return (
    as === "value" && parent.type === "Property" && parent["kind"] === "init" && parent["shorthand"] === true
  );
}
