import { describe, expect, test } from "vitest";
import { invitationRows, readRow } from "../../../src/linkedin/list/row.ts";
import { control, feed, link, note, rowOf, shape, shapeOf, text, withdrawOf } from "../sample.ts";

const ada = "https://www.linkedin.com/in/ada-example-1a2b3c/";
const trouble = (...parts: Parameters<typeof readRow>[0]["parts"]) => {
  const row = readRow(shape(parts));
  return typeof row === "object" ? row.trouble : row;
};

describe("a row as today's page has it", () => {
  const row = readRow(
    shape([
      link(ada),
      text("Ada Example"),
      text("Compiler engineer at Fictional Labs"),
      text("Sent 15 minutes ago"),
      withdrawOf("Ada Example"),
      note("Hi Ada, we met at the meetup in October."),
    ]),
  );

  test("is understood from its structure", () => {
    expect(row).toMatchObject({
      name: "Ada Example",
      headline: "Compiler engineer at Fictional Labs",
      label: "Sent 15 minutes ago",
      hasNote: true,
      profile: "/in/ada-example-1a2b3c",
      profileHref: ada,
      addresses: [{ kind: "vanity", key: "ada-example-1a2b3c" }],
      control: "Withdraw invitation sent to Ada Example",
      trouble: null,
    });
  });
});

describe("the age of a row", () => {
  test("is the last text before the control, never a headline that reads like one", () => {
    const row = rowOf({
      name: "Bo Sample",
      slug: "bo-sample",
      headline: "Sent 10 years ago",
      age: "Sent 11 hours ago",
    });
    expect(row).toMatchObject({ headline: "Sent 10 years ago", label: "Sent 11 hours ago" });
  });

  test("is never a note that reads like one", () => {
    const row = readRow(
      shape([
        link(ada),
        text("Ada"),
        text("QA"),
        text("Sent 3 days ago"),
        withdrawOf("Ada"),
        note("Sent 6 months ago"),
      ]),
    );
    expect(row).toMatchObject({ label: "Sent 3 days ago", hasNote: true });
  });

  test("is none where the row has but a name", () => {
    expect(readRow(shape([link(ada), text("Ada"), withdrawOf("Ada")]))).toMatchObject({
      label: null,
      headline: "",
    });
  });

  test("is found without a headline, too", () => {
    expect(rowOf({ name: "Ada", slug: "ada", headline: "" })).toMatchObject({
      headline: "",
      label: "Sent 1 month ago",
    });
  });
});

describe("whether there is a note", () => {
  test("any text after the control is one, marked as a note or not", () => {
    const parts = shapeOf({ name: "Ada", slug: "ada" }).parts;
    expect(readRow(shape(parts))).toMatchObject({ hasNote: false });
    expect(readRow(shape([...parts, text("Hi Ada")]))).toMatchObject({ hasNote: true });
    expect(readRow(shape([note("Hi"), ...parts]))).toMatchObject({ hasNote: true });
  });

  test("a Withdraw control inside a note is no control", () => {
    const inNote = { ...withdrawOf("Bo Sample"), kind: "note" } as const;
    const parts = [...shapeOf({ name: "Ada", slug: "ada" }).parts, inNote];
    expect(readRow(shape(parts))).toMatchObject({
      control: "Withdraw invitation sent to Ada",
      trouble: null,
    });
  });
});

describe("the person of a row", () => {
  test("may stand in the link itself", () => {
    const row = readRow(
      shape([link(ada, "Ada Example"), text("QA"), text("Sent 3 days ago"), withdrawOf("Ada Example")]),
    );
    expect(row).toMatchObject({ name: "Ada Example", headline: "QA", trouble: null });
  });

  test("may have no link, as a deleted member has none", () => {
    expect(rowOf({ name: "LinkedIn Member", slug: null })).toMatchObject({
      profile: null,
      profileHref: null,
      addresses: [],
      trouble: null,
    });
  });

  test("is the same in the control in any spacing, case and apostrophe", () => {
    const control = withdrawOf("ines  o'fake-núñez");
    expect(trouble(link(ada), text("Ines O’Fake-Núñez"), text("Sent 3 days ago"), control)).toBeNull();
  });

  test("is linked twice in two forms of one address", () => {
    const again = link("/in/Ada-Example-1a2b3c?trk=x");
    expect(trouble(link(ada), again, text("Ada"), text("Sent 3 days ago"), withdrawOf("Ada"))).toBeNull();
  });
});

describe("a row has trouble, and is never touched, where", () => {
  test("its control names another person", () => {
    const words = "its row and its Withdraw control name different people";
    expect(trouble(link(ada), text("Ada"), text("Sent 3 days ago"), withdrawOf("Bo"))).toBe(words);
    expect(trouble(link(ada), text("Ada"), text("Sent 3 days ago"), withdrawOf("Ada E"))).toBe(words);
  });

  test("it links to two people", () => {
    const two = [link(ada), link("https://www.linkedin.com/in/bo-sample/")];
    expect(trouble(...two, text("Ada"), text("Sent 3 days ago"), withdrawOf("Ada"))).toBe(
      "its row links to more than one profile",
    );
  });

  test("it has two Withdraw controls, even of one name", () => {
    expect(
      trouble(link(ada), text("Ada"), text("Sent 3 days ago"), withdrawOf("Ada"), withdrawOf("Ada")),
    ).toBe("its row has more than one Withdraw control");
  });

  test("it shows no name", () => {
    expect(trouble(link(ada), withdrawOf("Ada"))).toBe(
      "its row and its Withdraw control name different people",
    );
  });

  test.each(["Retirer l’invitation", "Withdraw invitation sent to", "Withdraw invitation sent to Bo"])(
    "its control is called %j, which is not about its person",
    (label) => {
      const row = trouble(link(ada), text("Ada"), text("Sent 3 days ago"), control(label, "Withdraw", feed));
      expect(row).toBe("its row and its Withdraw control name different people");
    },
  );

  test.each(["Accept", "Ignore"])("it can be answered: %s stands beside its Withdraw", (word) => {
    const row = trouble(
      link(ada),
      text("Ada"),
      text("Sent 3 days ago"),
      withdrawOf("Ada"),
      control(null, word),
    );
    expect(row).toContain("was not sent by the member");
  });

  test("its only control says something else", () => {
    const row = trouble(link(ada), text("Ada"), text("Sent 3 days ago"), control("Ada", "Ada", feed));
    expect(row).toBe("no Withdraw control was recognised in its row");
  });
});

describe("a row whose control names nobody, as flat layouts have it", () => {
  test("is about the person whom its link names, or its first text", () => {
    const bare = control(null, "Withdraw");
    const age = text("Sent 3 weeks ago");
    expect(readRow(shape([link(ada), link(ada, "Ada"), text("QA"), age, bare]))).toMatchObject({
      name: "Ada",
      headline: "QA",
      label: "Sent 3 weeks ago",
      trouble: null,
    });
    expect(readRow(shape([link(ada), text("Ada"), text("QA"), age, bare]))).toMatchObject({ name: "Ada" });
    expect(trouble(bare)).not.toBeNull();
  });
});

describe("a row with a time", () => {
  const time = { ...text("Sent 3 weeks ago"), tag: "time" };
  const ember = [link(ada), link(ada, "Ada"), text("Sent 6 months ago"), time, text("Sent 5 months ago")];

  test("has its age there, whatever stands before and after it; what stands after it is a note", () => {
    expect(readRow(shape([...ember, withdrawOf("Ada")]))).toMatchObject({
      label: "Sent 3 weeks ago",
      headline: "Sent 6 months ago",
      hasNote: true,
      labelAt: { time: true },
    });
  });

  test("and another has none", () => {
    expect(readRow(shape([...ember, time, withdrawOf("Ada")]))).toMatchObject({ label: null });
  });
});

describe("a control in a language whose words are not known", () => {
  const elvish = "Nai hiruvalyë Ada Example";
  const parts = [
    link(ada),
    text("Ada Example"),
    text("QA"),
    text("Envoyé il y a 1 mois"),
    control(elvish, "Hiruvalyë", feed),
  ];

  test("is the one that carries the row's own name, and says that it was found so", () => {
    expect(readRow(shape(parts), true)).toMatchObject({
      name: "Ada Example",
      headline: "QA",
      label: "Envoyé il y a 1 mois",
      control: elvish,
      byStructure: true,
      trouble: null,
    });
    expect(rowOf({ name: "Ada", slug: "ada" }).byStructure).toBe(false);
  });

  test("is in doubt where two carry it, and where other rows have one that is known", () => {
    const none = "no Withdraw control was recognised in its row";
    const two = shape([...parts, control("Lóriendenna Ada Example", "Lóriendenna")]);
    expect(readRow(two, true)).toMatchObject({ trouble: none });
    expect(trouble(...parts)).toBe(none);
  });

  test("is none where a known one is there", () => {
    const known = readRow(shape([...parts, withdrawOf("Ada Example")]), true);
    expect(known).toMatchObject({ control: "Withdraw invitation sent to Ada Example", byStructure: false });
  });
});

describe("what is no row", () => {
  test.each([
    control("Invite Grace Stub to connect", "Connect"),
    control(null, "Connect"),
    control(null, "Follow"),
    control("Follow Grace Stub", "+"),
    control(null, "Accept"),
    control("Message Grace Stub", "Message"),
  ])("a suggestion of somebody: %j", (act) => {
    expect(readRow(shape([link(ada), text("Grace Stub"), text("Gardener"), act]))).toBe("offer");
  });

  test("a list item that holds nobody", () => {
    expect(readRow(shape([text("Manage invitations"), control(null, "Sent", `${feed}mynetwork/`)]))).toBe(
      "furniture",
    );
    expect(readRow(shape([]))).toBe("furniture");
  });

  test("but never a list item with an age, or with somebody's profile", () => {
    expect(trouble(text("Ada"), text("Sent 3 days ago"))).toBe(
      "no Withdraw control was recognised in its row",
    );
    expect(trouble(link(ada), text("Ada"))).toBe("no Withdraw control was recognised in its row");
  });

  test("an invitation with an offer beside its Withdraw control is still an invitation", () => {
    const parts = [...shapeOf({ name: "Ada", slug: "ada" }).parts, control(null, "Message")];
    expect(readRow(shape(parts))).toMatchObject({ control: "Withdraw invitation sent to Ada" });
  });

  test("is left out of the list, whose order stays", () => {
    const shapes = [
      shapeOf({ name: "Ada", slug: "ada" }),
      shape([text("Manage invitations")]),
      shape([link(ada), text("Grace"), control(null, "Connect")]),
      shapeOf({ name: "Bo", slug: "bo" }),
    ];
    expect(invitationRows(shapes).rows.map((row) => row.name)).toEqual(["Ada", "Bo"]);
  });
});
