import { codeFor } from "@lapse/local/demo/inbox";
import type { ReplicaMember } from "@lapse/replica/replica";
import type { APIGatewayProxyStructuredResultV2, SQSRecord } from "aws-lambda";
import { type Asked, functionUrlEvent } from "../events.ts";
import { answered, received } from "../queues.ts";
import type { RunningFunction } from "../running.ts";
import { must } from "../say.ts";
import { pagesOrigin, type Surroundings } from "../surroundings.ts";

const email = "ada@example.org";
const form = {
  ...{
    email,
    olderThanDays: "30",
    perDay: "10",
    noticeDays: "7",
    onlyWhenPendingOver: "0",
    keepProfiles: "",
  },
  ...{
    keepWords: "",
    keepNewest: "0",
    ignoreReceivedOlderThanDays: "",
    digestDay: "friday",
    digestHour: "8",
  },
  timezone: "UTC",
};

export interface SignedUp {
  readonly memberId: string;
  /** The message that asks the worker to try the session. */
  readonly message: SQSRecord;
}

export async function page(web: RunningFunction, asked: Asked): Promise<APIGatewayProxyStructuredResultV2> {
  const answer = answered(web, await web.invoke(functionUrlEvent(asked, pagesOrigin)));
  return answer as APIGatewayProxyStructuredResultV2;
}

/** Signs a member up through the function URL and pastes a session, as a browser does it. */
export async function signUp(here: Surroundings, web: RunningFunction, on: ReplicaMember): Promise<SignedUp> {
  const { adapters, stack, keys } = here;
  const first = await page(web, { path: "/" });
  must(
    first.statusCode === 200 && /<form[^>]+action="\/sign-up"/.test(textOf(first)),
    "GET / shows the form",
    first,
  );
  const style = await page(web, { path: "/pico.css" });
  must(
    style.statusCode === 200 && textOf(style).includes("--pico-"),
    "the style sheets lie beside the bundle",
  );

  const asked = await leads(web, { path: "/sign-up", form }, "/code");
  must((await adapters.members.findByEmail(email)) === null, "nobody is a member before the code is typed");
  const code = (await codeFor(stack.mail.origin, email)) ?? "";
  must(/^\d{6}$/.test(code), "a code comes by mail");
  const entered = await leads(web, { path: "/code", form: { code }, cookies: asked }, "/connect");
  const member = await adapters.members.findByEmail(email);
  must(member?.session === "none", "the form and the code make a member in the table", member);

  const paste = `Cookie: ${on
    .mintSession()
    .cookies.map(({ name, value }) => `${name}=${value}`)
    .join("; ")}`;
  await leads(
    web,
    { path: "/connect/paste", form: { paste, incomplete: "on" }, cookies: entered },
    "/connect/trying",
  );
  const calls = keys.calls.filter(({ caller }) => caller === "Web");
  must(
    calls.length > 0 && calls.every(({ action, allowed }) => action === "GenerateDataKey" && allowed),
    "Web seals with the key, and asks nothing else of it",
    calls,
  );
  must(
    calls.every(({ context }) => context["member"] === member.id && context["purpose"] === "session"),
    "what Web seals is bound to its member and its purpose",
    calls,
  );
  const records = await received(here, stack.queues.sweeps);
  const [message] = records;
  must(records.length === 1 && message !== undefined, "the worker is asked to try the session", records);
  must(JSON.parse(message.body).kind === "try", "the message asks for a trial", message.body);
  must(!/li_at|JSESSIONID/i.test(message.body), "the message holds nothing of a session");
  return { memberId: member.id, message };
}

/** Posts a form that has to lead on to another page; resolves to the cookies that came along. */
async function leads(web: RunningFunction, asked: Asked, to: string): Promise<string[]> {
  const answer = await page(web, asked);
  const location = answer.headers?.["location"];
  must(answer.statusCode === 303 && location === to, `POST ${asked.path} leads to ${to}`, answer);
  return (answer.cookies ?? []).map((cookie) => cookie.split(";")[0] ?? "");
}

function textOf({ body = "", isBase64Encoded }: APIGatewayProxyStructuredResultV2): string {
  return isBase64Encoded === true ? Buffer.from(body, "base64").toString("utf8") : body;
}
