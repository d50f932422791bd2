/** Whether lists show conversations or single messages. */
export type ListMode = 'threads' | 'messages'

/** The mode as its cookie `mode` keeps it. */
export const listModeOf = (cookie: string | undefined): ListMode => (cookie === 'messages' ? 'messages' : 'threads')
