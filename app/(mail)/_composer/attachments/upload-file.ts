import { ApiError } from '@/lib/contract/client'
import type { Problem } from '@/lib/contract/problem'
import type { Upload } from '@/lib/contract/uploads'
import { urls } from '@/lib/contract/urls'

function refusal(request: XMLHttpRequest): ApiError {
  try {
    const problem = JSON.parse(request.responseText) as Partial<Problem>
    if (typeof problem.code === 'string') return new ApiError({ ...problem, code: problem.code })
  } catch {
    // a proxy's page, or nothing at all
  }
  return new ApiError({ code: 'internal', retryable: request.status >= 500 })
}

/**
 * Sends one file to the upload store. XMLHttpRequest, because fetch tells nothing about how much of a body has left.
 * `onProgress` gets bytes sent so far. Throws `ApiError`; an aborted signal rejects with its reason.
 */
export function uploadFile(file: File, onProgress: (sent: number) => void, signal: AbortSignal): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.upload.onprogress = (event) => onProgress(Math.min(event.loaded, file.size))
    request.onload = () =>
      request.status >= 200 && request.status < 300
        ? resolve(JSON.parse(request.responseText) as Upload)
        : reject(refusal(request))
    request.onerror = () => reject(new ApiError({ code: 'offline', retryable: true }))
    request.onabort = () => reject(signal.reason)
    request.open('POST', urls.uploads())
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.send(file)
  })
}
