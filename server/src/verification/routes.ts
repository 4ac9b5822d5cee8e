/** The doors of verification: the API, the hub, the pages of credentials and institutions, the first page. */
import { routes, UPLOAD_BYTES_MAX } from '@kolleges/api'
import { z } from 'zod'
import { type Call, type On, problem, type RouteShape } from '../platform/handler.ts'
import {
  answerCertificate,
  answerImage,
  answerJson,
  answerOldEdition,
  answerPage,
  answerShareCard,
  type CredentialCall,
} from './answer-credential.ts'
import { answerHub } from './answer-hub.ts'
import { answerRecord } from './answer-record.ts'
import { answerVerification } from './answer-verification.ts'
import { TYPED_CHARACTERS_MAX } from './limits.ts'
import { loadIssuer } from './load-issuer.ts'
import { hubPage } from './pages/hub-page.ts'
import { issuerPage } from './pages/issuer-page.ts'
import { landingPage } from './pages/landing-page.ts'
import { answerWords } from './recheck-words.ts'

const Segment = z.string().max(64)
const page = <Params extends z.ZodType>(path: string, params: Params) =>
  ({ method: 'GET', path, capability: 'public', request: { params } }) as const
const ById = z.object({ id: Segment })

const HUB = {
  method: 'POST',
  path: '/v',
  capability: 'public',
  upload: true,
  bodyBytesMax: UPLOAD_BYTES_MAX,
  request: { body: z.object({ input: z.string().max(TYPED_CHARACTERS_MAX).optional() }).optional() },
} as const

export function register(on: On): void {
  on(routes.verifications.create, ({ input: { body, files }, actors, ports, clientAddress }) =>
    answerVerification(ports, { body, file: files.file?.bytes, actors, clientAddress }),
  )
  on(page('/', z.unknown()), ({ ports, language }) => landingPage(ports.config.origin, language))
  on(page('/v', z.unknown()), ({ language }) => hubPage(language))
  on(HUB, ({ input: { body, files }, actors, ports, language, clientAddress }) =>
    answerHub({ ports, typed: body?.input ?? '', file: files.file, actors, language, clientAddress }),
  )
  // What the printed number's own address leads to, in either case: `HTTPS://HOST/V/KL…` makes a smaller QR code.
  for (const path of ['/v/{id}', '/V/{id}']) {
    on(page(path, ById), ({ input, actors, ports, language, clientAddress }) =>
      answerHub({ ports, typed: input.params.id, file: undefined, actors, language, clientAddress }),
    )
  }
  on(page('/v/words/{language}', z.object({ language: z.enum(['ko', 'en']) })), ({ input: { params } }) =>
    answerWords(params.language),
  )
  registerCredential(on)
  on(page('/i/{slug}', z.object({ slug: Segment })), async ({ input: { params }, ports, language }) => {
    const view = await loadIssuer(ports, params.slug)
    return view ? issuerPage(view, ports.config.origin, language) : problem('not-found')
  })
}

function registerCredential(on: On): void {
  on(page('/c/{id}', ById), (call) => answerPage(of(call)))
  on(page('/c/{id}/record', ById), ({ input, actors, ports, language, clientAddress }) =>
    answerRecord({ ports, publicId: input.params.id, actors, language, clientAddress }),
  )
  on(page('/c/{id}.json', ById), (call) => answerJson(of(call)))
  on(page('/c/{id}.png', ById), (call) => answerImage(of(call), 'png'))
  on(page('/c/{id}.svg', ById), (call) => answerImage(of(call), 'svg'))
  on(page('/c/{id}.pdf', ById), (call) => answerCertificate(of(call)))
  on(page('/c/{id}/ob2.json', ById), (call) => answerOldEdition(of(call), 'json'))
  on(page('/c/{id}/ob2.png', ById), (call) => answerOldEdition(of(call), 'png'))
  on(page('/c/{id}/{file}', ById.extend({ file: Segment })), (call) =>
    answerShareCard(of(call), call.input.params.file),
  )
}

type AboutCredential = Pick<Call<RouteShape>, 'ports' | 'actors' | 'language' | 'request'> & {
  readonly input: { readonly params: { readonly id: string } }
}

const of = ({ ports, input, actors, language, request }: AboutCredential): CredentialCall => ({
  ports,
  publicId: input.params.id,
  actors,
  language,
  request,
})
