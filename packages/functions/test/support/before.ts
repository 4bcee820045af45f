import type { Table } from "../../src/store/table.ts";

/** Has something happen once, right before a call of this name. */
export function before(
  store: object,
  name: string,
  happens: () => Promise<unknown>,
  nth = 1,
): { readonly done: boolean } {
  const state = { calls: 0, done: false };
  const call: unknown = Reflect.get(store, name);
  if (typeof call !== "function") throw new Error(`nothing is called ${name}`);
  Reflect.set(store, name, async (...given: unknown[]) => {
    if (++state.calls === nth) {
      state.done = true;
      await happens();
    }
    return Reflect.apply(call, store, given);
  });
  return state;
}

interface Item {
  readonly pk: string;
  readonly sk: string;
}

interface Written {
  readonly Item?: Item;
  readonly Key?: Item;
  readonly UpdateExpression?: string;
}

/** A table in which something happens once, right before an item is put or updated whose sort key begins so. */
export function beforePut(table: Table, sk: string, happens: () => Promise<unknown>): Table {
  let done = false;
  const send = table.client.send.bind(table.client) as (command: unknown) => Promise<unknown>;
  const hooked = async (command: { readonly input: Written }) => {
    const { Item, Key, UpdateExpression } = command.input;
    const written = Item ?? (UpdateExpression === undefined ? undefined : Key);
    if (!done && written?.sk.startsWith(sk) === true) {
      done = true;
      await happens();
    }
    return send(command);
  };
  return { ...table, client: { send: hooked } as unknown as Table["client"] };
}
