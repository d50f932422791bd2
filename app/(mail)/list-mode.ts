import { cookies } from 'next/headers'
import { type ListMode, listModeOf } from '@/app/(mail)/_state/list-mode'

/** Whether this browser wants conversations or single messages. */
export const listMode = async (): Promise<ListMode> => listModeOf((await cookies()).get('mode')?.value)
