/** What lets a browser act as a member. Every value in it is a secret: never log, mail, print or store it unsealed. */
export interface Session {
  readonly cookies: readonly SessionCookie[];
  readonly userAgent?: string;
  /** `/in/<slug>` of the member the session is expected to belong to. */
  readonly member?: string;
}

export interface SessionCookie {
  readonly name: string;
  readonly value: string;
}
