import { describe, expect, test } from "vitest";
import { sources } from "./house/sources.ts";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const lockText = sources(/^package-lock\.json$/)[0]?.text ?? "";
const { packages } = JSON.parse(lockText) as { packages: Record<string, Locked> };

describe("The packages that we use", () => {
  test("are pinned to one version each, and to the same one everywhere", () => {
    const versions = new Map<string, string>();
    for (const { path, text } of sources(/(?:^|\/)package\.json$/)) {
      const { dependencies, devDependencies } = JSON.parse(text) as Manifest;
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        expect(version, `${path}: ${name}`).toMatch(exact);
        expect(versions.get(name) ?? version, `${path}: ${name}`).toBe(version);
        versions.set(name, version);
      }
    }
    expect(versions.size).toBeGreaterThan(20);
  });

  test("are locked without the address of anybody's mirror", () => {
    expect(lockText).not.toMatch(/"resolved": "https?:/);
  });

  test("are locked for every platform, or npm ci refuses the lock file", () => {
    const absent = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path}: ${name}`),
    );
    expect(absent).toEqual([]);
  });
});

/** As Node looks for a package: in each folder's node_modules upwards. */
function isLocked(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === "") return false;
  }
}

describe("Our own files", () => {
  const lengths = sources(/^(?:packages|scripts|tests|bench|infra)\/.*\.(?:ts|mjs)$/).map(
    ({ path, text }) => ({
      path,
      lines: text.trimEnd().split("\n").length,
    }),
  );

  test("are short: half of them below 70 lines", () => {
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(70);
  });

  test("have at most 300 lines", () => {
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  test("do not hide behind a name that says nothing", () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|manager)(?:\/|\.[a-z]+$)/;
    expect(lengths.filter(({ path }) => vague.test(path))).toEqual([]);
  });

  test("name no folder of the machine they were written on", () => {
    const local = sources(/\.(?:ts|mjs|json|md|yml|css|js)$|^\.ci\//).filter(({ text }) =>
      /(?:^|[^\w.])\/(?:work|root|home)\//m.test(text),
    );
    expect(local.map(({ path }) => path)).toEqual([]);
  });
});
