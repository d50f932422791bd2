/** Templates of one account, and characters of HTML of one of them with its pictures. No schema here: browsers load it. */
export const templateLimits = { count: 100, html: 1_000_000 } as const
