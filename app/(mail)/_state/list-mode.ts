/** Whether lists show conversations or single messages. */
export type ListMode = 'threads' | 'messages'
