import type { MailAccount } from '@/lib/auth/signed-in'
import type { LabelList } from '@/lib/contract/labels'
import { readLabels } from '@/lib/service/label-directory'

/** Every label of the account with its unread messages, by name. */
export const listLabels = async (account: MailAccount): Promise<LabelList> => ({ labels: await readLabels(account) })
