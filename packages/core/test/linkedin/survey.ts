import type { Viewer } from "../../src/linkedin/page/kit.ts";
import type { Survey } from "../../src/linkedin/page/survey.ts";

/** What a document says of who is signed in: nothing, but for what a test says. */
export function viewerOf(more: Partial<Viewer> = {}): Viewer {
  return { document: 1, url: "https://x.example/mynetwork/", frame: [], data: [], ...more };
}

/** A page with nothing on it, but for what a test says. */
export function surveyOf(more: Partial<Survey> = {}): Survey {
  return {
    url: "https://www.linkedin.com/mynetwork/invitation-manager/sent/",
    title: "LinkedIn",
    language: "en",
    ready: true,
    hasMain: false,
    textLength: more.text?.length ?? 0,
    text: "",
    signInForm: false,
    accountPicker: false,
    signInLinks: false,
    captcha: false,
    screens: [],
    layouts: [],
    lists: 0,
    rows: 0,
    acting: 0,
    counters: [],
    viewer: viewerOf(),
    scripts: [],
    ...more,
  };
}

/** The list itself, as it is when all is well. */
export function listPage(more: Partial<Survey> = {}): Survey {
  return surveyOf({
    title: "Manage invitations | LinkedIn",
    hasMain: true,
    screens: ["com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationSentWithType"],
    lists: 1,
    rows: 10,
    counters: ["People (23)"],
    ...more,
  });
}
