import type { z } from 'zod'
import { requireAccount } from '@/lib/auth/require-account'
import type { SignedIn } from '@/lib/auth/signed-in'
import { AppError } from '@/lib/errors'
import { problemResponse } from '@/lib/http/problem'
import { requireSameOrigin } from '@/lib/http/same-origin'

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Shapes<P, Q, B> = { params?: P; query?: Q; body?: B }
type Input<P, Q, B> = { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B>; request: Request }
type Context = { params: Promise<Record<string, string | string[] | undefined>> }
type Door = (request: Request, context: Context) => Promise<Response>

/** JSON larger than this is refused before it is parsed: the largest draft is 2 + 3 + 2 + 2 MB of text, escaped. */
const bodyLimit = 24 * 1024 * 1024

async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) {
    throw new AppError('message-too-large', 'the JSON body is over the limit')
  }
  try {
    return await request.json()
  } catch (cause) {
    throw new AppError('bad-request', 'the body is not JSON', { cause })
  }
}

async function readInput<P, Q, B>(shapes: Shapes<P, Q, B>, request: Request, context: Context) {
  const { params, query, body } = shapes as Shapes<z.ZodType, z.ZodType, z.ZodType>
  return {
    params: params?.parse(await context.params),
    query: query?.parse(Object.fromEntries(new URL(request.url).searchParams)),
    body: body?.parse(await readJson(request)),
    request,
  } as Input<P, Q, B>
}

/** Headers every answer carries unless the verb set them itself. */
function secure(response: Response): Response {
  const defaults = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  }
  for (const [name, value] of Object.entries(defaults)) {
    if (!response.headers.has(name)) response.headers.set(name, value)
  }
  return response
}

async function perform(request: Request, verb: () => Promise<unknown>): Promise<Response> {
  try {
    requireSameOrigin(request)
    const result = await verb()
    return result instanceof Response ? result : Response.json(result)
  } catch (error) {
    return problemResponse(error, request)
  }
}

/** Says in `Server-Timing` how long the verb took, in milliseconds: the browser's tools and the bench read it. */
async function answer(request: Request, verb: () => Promise<unknown>): Promise<Response> {
  const started = performance.now()
  const response = secure(await perform(request, verb))
  response.headers.set('server-timing', `app;dur=${(performance.now() - started).toFixed(2)}`)
  return response
}

/**
 * An HTTP door for a signed-in person: session, input, verb, JSON. A verb that streams returns a `Response`.
 * Whatever is thrown becomes a `Problem` with the status of its code.
 */
export function route<P = undefined, Q = undefined, B = undefined>(
  door: Shapes<P, Q, B> & { handler: (input: Input<P, Q, B> & { account: SignedIn }) => Promise<unknown> },
): Door {
  return (request, context) =>
    answer(request, async () => {
      const account = await requireAccount()
      return door.handler({ ...(await readInput(door, request, context)), account })
    })
}

/** The same for the few doors that need no session: sign in, health. */
export function openRoute<P = undefined, Q = undefined, B = undefined>(
  door: Shapes<P, Q, B> & { handler: (input: Input<P, Q, B>) => Promise<unknown> },
): Door {
  return (request, context) => answer(request, async () => door.handler(await readInput(door, request, context)))
}
