/** What a role reports to `npm run status` and to health checks; `ok` false makes the worker unhealthy. */
export type RoleState = { ok: boolean; [fact: string]: unknown }

/** A role that runs. `stop` ends it in good order: what is under way is finished or can be taken up again. */
export type RunningRole = { state: () => RoleState; stop: () => Promise<void> }

/** One thing the worker does though nobody is looking. */
export type Role = { name: string; start: () => Promise<RunningRole> }
