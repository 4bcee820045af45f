/** Where a command writes: its result, and everything else. */
export interface Streams {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
}

/** Says something in a line of its own to whoever runs the command. */
export function sayTo({ err }: Pick<Streams, "err">): (line: string) => void {
  return (line) => void err.write(`lapse: ${line}\n`);
}
