import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";

/** A mail as the emulator keeps it. `at` is in seconds since 1970. */
export interface StoredMail {
  readonly messageId: string;
  readonly from: string;
  readonly destination: { readonly to: readonly string[] };
  readonly subject: string;
  readonly body: { readonly html?: string; readonly text?: string };
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly at: number;
}

export interface MailStore {
  emails: StoredMail[];
}

/** Puts the mails of earlier runs back, and from then on writes each mail to disk before it is answered for. */
export function keepMails(store: MailStore, file: string): void {
  const mails = readMails(file);
  const disk = openSync(file, "a", 0o600);
  mails.push = (...added) => {
    for (const mail of added) writeSync(disk, `${JSON.stringify(mail)}\n`);
    fsyncSync(disk);
    return Array.prototype.push.apply(mails, added);
  };
  process.on("exit", () => closeSync(disk));
  store.emails = mails;
}

/** A last line without its end is a mail that was never answered for: the stack died over it. */
export function readMails(file: string): StoredMail[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as StoredMail];
    } catch {
      return [];
    }
  });
}
