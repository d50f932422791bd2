import { useCallback, useState, useSyncExternalStore } from 'react'
import { filesThatFit } from '@/app/(mail)/_composer/attachments/message-size'
import { uploadFile } from '@/app/(mail)/_composer/attachments/upload-file'
import { UploadQueue } from '@/app/(mail)/_composer/attachments/upload-queue'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'
import type { DraftAttachment } from '@/lib/contract/drafts'
import { writingApi } from '@/lib/contract/writing-client'

/** Types every mail program shows inside a body. SVG is not one of them: it can carry script. */
const inlineTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
export const isInlineImage = (file: File) => inlineTypes.has(file.type)

/** Gets each image that may now stand in the body. */
type OnImage = (image: DraftAttachment) => void

function makeQueue(session: DraftSession, onImage: { current: OnImage | null }): UploadQueue {
  return new UploadQueue(uploadFile, (upload, { inline }) => {
    const contentId = inline ? `${upload.uploadId}@waypost` : null
    const attachment = { ...upload, contentId }
    session.change((draft) => ({ attachments: [...draft.attachments, attachment] }))
    if (inline) onImage.current?.(attachment)
  })
}

/** The files of one message: what is under way, what is refused for its size, and how to add and remove them. */
export function useAttachments(session: DraftSession, onImage: { current: OnImage | null }) {
  const [queue] = useState(() => makeQueue(session, onImage))
  const [tooLarge, setTooLarge] = useState<File[]>([])
  const pending = useSyncExternalStore(queue.subscribe, queue.pending)

  const add = useCallback(
    (files: File[], { inline = false } = {}) => {
      const { fits, refused } = filesThatFit(session.snapshot().draft, queue.pending(), files)
      setTooLarge(refused)
      queue.add(fits, inline)
    },
    [session, queue],
  )
  const remove = (uploadId: string) => {
    session.change((draft) => ({ attachments: draft.attachments.filter((each) => each.uploadId !== uploadId) }))
    // the store sweeps what stays behind, so a failure here harms nobody
    writingApi.removeUpload(uploadId).catch(() => undefined)
  }

  return { queue, pending, tooLarge, add, remove, forgetTooLarge: () => setTooLarge([]) }
}

export type Attachments = ReturnType<typeof useAttachments>
