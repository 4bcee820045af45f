/** What goes between the stack and an emulator's process. */
export type FromEmulator = { readonly kind: "ready"; readonly port: number };
export type ToEmulator = { readonly kind: "stop" };
