import type { Faults } from "@lapse/replica/replica";
import { expect, test } from "vitest";
import { ignoring, strangers } from "../received/kit.ts";
import { type Lists, sweepInPage } from "./inPage.ts";
import { named, people } from "./kit.ts";

/** A page may ask for more of its list when a row has left, and LinkedIn may not be willing to give it. */
const askForMore = `
  const headers = { "csrf-token": /JSESSIONID="?([^";]+)/.exec(document.cookie)[1] };
  fetch("/voyager/api/relationships/sentInvitationViewsV2?start=0&count=10", { headers }).catch(() => undefined);`;

/** A sweep of five, in which LinkedIn asks to slow down beside the first withdrawal, before that is answered. */
function sweepSlowedDown(faults: Partial<Faults>) {
  return sweepInPage({
    onPress: (when, nth, means) => {
      // The second press is the one that confirms the first withdrawal.
      if (when === "before" || nth !== 2) return;
      means.faults({ pagination: [{ fault: "429", from: 1 }], latency: { withdraw: 400 }, ...faults });
      void means.run(askForMore);
    },
  });
}

test("a withdrawal that is accepted is told as one, and is the last where LinkedIn asks to slow down beside it", async () => {
  const { result, withdrawn } = await sweepSlowedDown({});
  expect(result.outcome).toBe("rate-limited");
  expect(withdrawn).toEqual(["Person 005"]);
  expect(named(result.items, "withdrawn")).toEqual(withdrawn);
});

test("a wall that was asked for before the click and came after it is the last request of the sweep", async () => {
  const { result, withdrawn, pages } = await sweepInPage(
    {
      onPress: (when, nth, { run, faults }) => {
        if (when === "after" || nth !== 2) return;
        faults({ pagination: [{ fault: "429", from: 1 }], latency: { pagination: 200, withdraw: 400 } });
        void run(askForMore);
      },
    },
    { of: { invitations: people(1, () => 40) }, policy: {} },
  );
  expect(result.outcome).toBe("rate-limited");
  expect(result.items).toMatchObject([
    { state: "withdrawn", reason: "verified on the page; on a fresh load by the next sweep" },
  ]);
  expect(withdrawn).toHaveLength(1);
  expect(pages).toBe(1);
});

test.each([
  ["is never answered", { latency: { withdraw: 120_000 } }],
  [
    "is answered by an error, and no fresh load may tell what it did",
    { withdraw: [{ fault: "500", from: 1 }] },
  ],
] satisfies [string, Partial<Faults>][])(
  "a withdrawal that %s is not said to have failed where LinkedIn asks to slow down beside it",
  async (_, faults) => {
    const { result, kinds } = await sweepSlowedDown(faults);
    expect(result.outcome).toBe("rate-limited");
    expect(named(result.items, "unverified")).toEqual(["Person 005"]);
    expect(named(result.items, "due")).toHaveLength(4);
    expect(kinds).not.toContain("failed");
  },
);

/** From now on the page asks for things in another way. */
const asking = (fetch: string) => `
  const script = document.createElement("script");
  script.textContent = ${JSON.stringify(`const ask = fetch; fetch = ${fetch};`)};
  document.head.append(script);`;
const askLate = asking("(...what) => new Promise((go) => setTimeout(go, 300)).then(() => ask(...what))");
const askTwice = asking(
  "(...what) => ask(...what).then((first) => ask(...what).then((second) => second.text()).then(() => first))",
);

test("a withdrawal that the page itself asks for twice is told as one, although the second is refused", async () => {
  const { result, withdrawn } = await sweepInPage({
    onAppend: ({ kind }, { run, faults }) => {
      if (kind !== "intent") return undefined;
      faults({ latency: { withdraw: 200 } });
      return run(askTwice);
    },
  });
  expect(withdrawn[0]).toBe("Person 005");
  expect(named(result.items, "withdrawn").toSorted()).toEqual(withdrawn.toSorted());
  expect(named(result.items, "answered")).toEqual([]);
});

/** The page is done with the row as soon as it is clicked upon, whatever LinkedIn will say. */
const showAtOnce = `
  addEventListener("click", () => [...document.querySelectorAll("[role=listitem]")].at(-1)?.remove(), { once: true, capture: true });`;

test("a page that shows that it is done before it has asked is not believed before it has", async () => {
  const { result, withdrawn } = await sweepInPage(
    {
      onProgress: ({ step }, { faults }) => {
        if (step === "opening") faults({ pill: "missing" });
      },
      onAppend: ({ kind }, { run }) => (kind === "intent" ? run(`${askLate}${showAtOnce}`) : undefined),
    },
    { of: { invitations: people(3, (i) => (i === 2 ? 40 : 3)) }, policy: {} },
  );
  expect(withdrawn).toEqual(["Person 003"]);
  expect(named(result.items, "withdrawn")).toEqual(withdrawn);
  expect(result.outcome).toBe("done");
});

test.each([
  ["at once", ""],
  ["late", askLate],
])("an ignoring that the page asks for %s is told as one, too", async (_, script) => {
  const received: Lists = {
    of: { invitations: people(1, () => 3), received: strangers(3, (i) => 40 + i) },
    policy: ignoring(),
  };
  const { result, ignored } = await sweepInPage(
    {
      onAppend: ({ kind }, { run }) => (kind === "intent" ? run(script) : undefined),
      onPress: (when, nth, { run, faults }) => {
        if (when === "before" || nth !== 1) return;
        faults({ pagination: [{ fault: "429", from: 1 }], latency: { ignore: 400 } });
        void run(askForMore);
      },
    },
    received,
  );
  expect(result.outcome).toBe("rate-limited");
  expect(ignored).toHaveLength(1);
  expect(named(result.items, "ignored")).toEqual(ignored);
});
