import { urls } from '@/lib/contract/urls'

/** The bytes of one's own picture in the upload store. Rejects when it is not there any more. */
export async function pictureOf(uploadId: string): Promise<Blob> {
  const response = await fetch(urls.upload(uploadId))
  if (!response.ok) throw new Error(`the picture is not there: ${response.status}`)
  return response.blob()
}
