import { connect } from 'node:net'

/**
 * The first line a mail server says (`* OK ...` of IMAP, `220 ...` of SMTP), without its line end; then hangs up.
 * @throws Error when nobody listens, or nothing came within `timeoutMs`
 */
export function readGreeting(address: string, port: number, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port })
    const timer = setTimeout(() => socket.destroy(new Error('no greeting in time')), timeoutMs)
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      text += chunk
      const end = text.indexOf('\r\n')
      if (end < 0 && text.length < 2000) return
      resolve(text.slice(0, end < 0 ? 2000 : end))
      socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(timer)
      reject(new Error(`${address}:${port} hung up`))
    })
  })
}
