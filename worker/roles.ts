import { indexRole } from '@/worker/index/index-role'
import { jobsRole } from '@/worker/jobs/jobs-role'
import { mailhostRole } from '@/worker/mailhost/mailhost-role'
import type { Role } from '@/worker/role'

/** Every role, in the order of their start. `WAYPOST_ROLES` names those one process has; all when it is empty. */
export const roles: readonly Role[] = [mailhostRole, jobsRole, indexRole]
