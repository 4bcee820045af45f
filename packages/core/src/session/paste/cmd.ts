/**
 * The words of a command for the Windows command prompt, as browsers write it for "Copy as cURL (cmd)": carets before
 * every special character, at the end of each line, and quotes within quotes as `\"` or `""`.
 */
export function cmdWords(command: string): string[] {
  // Newer browsers put a caret before the quotes as well, and then every caret is an escape. Older ones quote plainly.
  const plain = command.includes('^"')
    ? command.replace(/\^(\r?\n|[\s\S]|$)/g, (_, next: string) => next.replace(/\r?\n/, ""))
    : command.replace(/\^\r?\n/g, "");
  return [...plain.matchAll(/(?:"(?:\\[\\"]|""|[^"])*(?:"|$)|[^\s"])+/g)].map(([word]) => unquote(word));
}

function unquote(word: string): string {
  return word.replace(/"((?:\\[\\"]|""(?!$)|[^"])*)(?:"|$)/g, (_, inner: string) =>
    inner.replace(/\\([\\"])|""/g, (_, escaped: string | undefined) => escaped ?? '"'),
  );
}
