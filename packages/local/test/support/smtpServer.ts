import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** What the server answers at a step in place of the usual; null hangs up there without an answer. */
export type Answers = Partial<Record<"hello" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "end", string | null>>;

export interface TestSmtpServer {
  readonly port: number;
  /** The mails that were handed over whole, as they came. */
  readonly mails: readonly string[];
  /** Every line that was said to it, outside mails. */
  readonly heard: readonly string[];
}

/** As much of an SMTP server as a test needs, on 127.0.0.1, until the test has ended. */
export async function startSmtpServer(answers: Answers = {}): Promise<TestSmtpServer> {
  const mails: string[] = [];
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    let mail: string[] | null = null;
    const say = (step: keyof Answers, usual: string) => {
      const answer = answers[step] === undefined ? usual : answers[step];
      if (answer === null) socket.destroy();
      else socket.write(`${answer}\r\n`);
      return answer === usual;
    };
    say("hello", "220 test");
    createInterface(socket).on("line", (line) => {
      if (mail !== null && line === ".") {
        mails.push(mail.join("\n"));
        mail = null;
        say("end", "250 stored");
      } else if (mail !== null) mail.push(line.replace(/^\.\./, "."));
      else {
        heard.push(line);
        const word = line.split(/[ :]/)[0]?.toUpperCase() ?? "";
        if (word === "EHLO") socket.write("250-test\r\n250 AUTH PLAIN\r\n");
        else if (word === "AUTH") say("AUTH", "235 welcome");
        else if (word === "MAIL" || word === "RCPT") say(word, "250 ok");
        else if (word === "DATA") mail = say("DATA", "354 go ahead") ? [] : null;
        else socket.write(word === "QUIT" ? "221 bye\r\n" : "502 not here\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, mails, heard };
}
