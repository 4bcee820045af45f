import type { Program, Resource } from "./resource.ts";

/** The parts of Pulumi's RegisterResourceRequest and its monitor that are read here. */
interface Request {
  getType(): string;
  getName(): string;
  getParent(): string;
  getObject(): unknown;
  getRetainondelete(): boolean | undefined;
  getProtect(): boolean | undefined;
  getIgnorechangesList(): string[];
}
interface Read {
  getType(): string;
  getName(): string;
  getId(): string;
}
interface Monitor {
  readResource(request: Read, done: (error: unknown, response: unknown) => void): unknown;
  registerResource(request: Request, done: (error: unknown, response: unknown) => void): unknown;
  registerResourceOutputs(
    request: { getUrn(): string; getOutputs(): unknown },
    done: (error: unknown, response: unknown) => void,
  ): unknown;
}

export interface Collected {
  readonly resources: Resource[];
  readonly reads: Program["reads"][number][];
  readonly links: Map<string, Record<string, unknown>>;
  outputs: Record<string, unknown>;
}

type Deserialize = (struct: unknown) => Record<string, unknown>;

/** Listens to everything that the program registers: Pulumi's mocks are told the properties and not the options. */
export function collector(monitor: unknown, deserialize: Deserialize): Collected {
  const collected: Collected = { resources: [], reads: [], links: new Map(), outputs: {} };
  const listened = monitor as Monitor;
  const register = listened.registerResource.bind(listened);
  listened.registerResource = (request, done) => {
    collected.resources.push(resourceOf(request, deserialize));
    return register(request, done);
  };
  const read = listened.readResource.bind(listened);
  listened.readResource = (request, done) => {
    collected.reads.push({ type: request.getType(), name: request.getName(), id: request.getId() });
    return read(request, done);
  };
  const registerOutputs = listened.registerResourceOutputs.bind(listened);
  listened.registerResourceOutputs = (request, done) => {
    // SST makes its types from these, so that is where they are read here.
    if (request.getUrn().includes("sst:sst:LinkRef::")) {
      const { target, properties } = deserialize(request.getOutputs());
      collected.links.set(String(target), plain(properties) as Record<string, unknown>);
    }
    if (request.getUrn().includes("::pulumi:pulumi:Stack::")) {
      const { _protect, ...outputs } = deserialize(request.getOutputs());
      collected.outputs = plain(outputs) as Record<string, unknown>;
    }
    return registerOutputs(request, done);
  };
  return collected;
}

function resourceOf(request: Request, deserialize: Deserialize): Resource {
  const { __provider: _code, ...props } = deserialize(request.getObject());
  return {
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent().split("::").at(-1) ?? "",
    props: plain(props) as Record<string, unknown>,
    retainOnDelete: request.getRetainondelete() ?? false,
    protect: request.getProtect() ?? false,
    ignoreChanges: request.getIgnorechangesList(),
  };
}

/** Pulumi's mark of a secret; its value is looked at like any other. */
const signature = "4dabf18193072939515e22adb298388d";

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (signature in value && "value" in value) return plain(value.value);
  if ("path" in value && Object.keys(value).length <= 3) return { asset: "file" };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

/** The order in which Pulumi asks depends on what is ready first. */
export function sorted(resources: readonly Resource[]): Resource[] {
  const key = ({ type, parent, name }: Resource) => `${type}\n${parent}\n${name}`;
  return resources.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
