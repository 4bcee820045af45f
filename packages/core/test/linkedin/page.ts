import fc from "fast-check";

/** One person as the page's own data name them. */
export interface Told {
  readonly id: string;
  readonly slug: string;
  readonly key: string;
  readonly first: string;
  readonly last: string;
}

const name = fc.oneof(
  fc.constantFrom(
    "Ada",
    "Ines O'Fake-Núñez",
    'Bo "B" Sample',
    "Curly {x}",
    "{",
    "}",
    "[1]",
    "Back\\slash",
    "अदा",
    "",
    "a: b, c",
  ),
  fc.string({ maxLength: 12 }),
);

/** Different people with ids that fall, as the page lists them. */
export const people: fc.Arbitrary<Told[]> = fc
  .array(fc.record({ first: name, last: name }), { minLength: 1, maxLength: 8 })
  .map((names) =>
    names.map((each, i) => ({
      ...each,
      id: (7_530_597_266_228_558_253n - BigInt(i) * 162_319_565_749_600n).toString(),
      slug: `person-${i}`,
      key: `ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXN${String(i).padStart(2, "0")}`,
    })),
  );

/** The withdrawal as the page's data hold it for each row; short excerpt of what the page is known to send. */
export function withdrawalOf(told: Told): unknown {
  return {
    title: "Withdraw invitation",
    requestedArguments: {
      $type: "proto.sdui.actions.requests.RequestedArguments",
      payload: {
        profileUrn: told.key,
        queryName: "ProfileMemberRelationshipRefreshById",
        trackingActionType: "INVITATION_MANAGER_WITHDRAW",
        invitationType: 1,
        inviterActionType: 2,
        inviteeVanityName: told.slug,
        firstName: told.first,
        lastName: told.last,
        cardRef: { key: "auto-component-07c4dce6-0000-4000-8000-0e509814b9ad" },
        invitationUrn: { invitationId: told.id },
      },
    },
  };
}

export function pictureOf(told: Told): unknown {
  return {
    a11yText: `${told.first} ${told.last}, profile photo`,
    imageId: `img-${told.id}`,
    renderPayload: { imageRenditions: [{ width: 50, suffixUrl: `50/${told.slug}.jpg` }] },
  };
}
