const Real = Date;
let ahead = 0;

/** A clock that goes on as the real one does, and can be put ahead: everything in this process reads it. */
class Shifted extends Real {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) super(Real.now() + ahead);
    else super(...(given as [number]));
  }

  static override now(): number {
    return Real.now() + ahead;
  }
}

/** Puts the clock of this process ahead by so many ms more; `restore` gives the real one back. */
export function shiftClock(): { readonly advance: (ms: number) => void; readonly restore: () => void } {
  globalThis.Date = Shifted as DateConstructor;
  return {
    advance: (ms) => {
      ahead += ms;
    },
    restore: () => {
      ahead = 0;
      globalThis.Date = Real;
    },
  };
}
