// The arrows of the house: which room may import which. ARCHITECTURE.md says why.
const browserRooms = [
  '_admin',
  '_composer',
  '_contacts',
  '_list',
  '_nav',
  '_palette',
  '_reader',
  '_search',
  '_settings',
  '_timed',
]
const room = (name) => `^app/\\(mail\\)/${name}/`
// What several rooms show: they may import it, it imports none of them.
const sharedRooms = ['_editor', '_labels']
const signedInRooms = `^app/\\(mail\\)/(${[...browserRooms, ...sharedRooms, '_state'].join('|')})/`

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...browserRooms.map((name) => ({
      name: `${name}-never-imports-another-room`,
      severity: 'error',
      from: { path: room(name) },
      to: { path: browserRooms.filter((other) => other !== name).map(room) },
    })),
    {
      name: 'shared-rooms-import-no-room',
      severity: 'error',
      from: { path: [...sharedRooms, '_state'].map(room) },
      to: { path: browserRooms.map(room) },
    },
    {
      name: 'browser-rooms-import-state-ui-contract-only',
      severity: 'error',
      from: { path: signedInRooms },
      to: { path: '^(lib|app|worker|scripts|prisma)/', pathNot: [signedInRooms, '^app/_ui/', '^lib/contract/'] },
    },
    {
      name: 'ui-knows-no-mail',
      severity: 'error',
      from: { path: '^app/_ui/' },
      to: { path: '^(lib|app|worker|scripts|prisma)/', pathNot: '^app/_ui/' },
    },
    {
      name: 'doors-import-http-service-contract-only',
      severity: 'error',
      from: { path: '^app/api/', pathNot: '(^app/api/(auth|sign-in|sign-out)/|\\.test\\.ts$)' },
      to: { path: '^(lib|app|worker|scripts)/', pathNot: '^lib/(http|service|contract)/' },
    },
    {
      name: 'pages-do-not-reach-below-services',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/(api|_ui)/' },
      to: { path: '^lib/(mail|db|http)/' },
    },
    {
      name: 'worker-is-imported-by-nobody',
      severity: 'error',
      from: { path: '^(app|lib|server\\.ts)' },
      to: { path: '^worker/' },
    },
    {
      name: 'worker-knows-no-http-and-no-screen',
      severity: 'error',
      from: { path: '^worker/', pathNot: '\\.(int|crash)\\.test\\.ts$' },
      to: { path: '^(app/|lib/http/|scripts/|next/|next$)' },
    },
    {
      name: 'services-know-no-http-and-no-screen',
      severity: 'error',
      from: { path: '^lib/service/' },
      to: { path: '^(app/|lib/http/|scripts/|next/|next$)' },
    },
    {
      name: 'mail-library-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^lib/mail/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(lib|app|worker|scripts|prisma)/', pathNot: '^lib/mail/' },
    },
    {
      name: 'contract-imports-zod-and-codes-only',
      severity: 'error',
      from: { path: '^lib/contract/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(lib|app|worker|scripts|prisma)/', pathNot: '^lib/(contract/|errors\\.ts$)' },
    },
    {
      name: 'prisma-stays-in-db',
      severity: 'error',
      from: { path: '^(app|lib)/', pathNot: '(^lib/db/|\\.int\\.test\\.ts$)' },
      to: { path: '(^lib/db/generated/|node_modules/@prisma/)' },
    },
    {
      name: 'imapflow-stays-in-mail',
      severity: 'error',
      from: { path: '^(app|lib)/', pathNot: '(^lib/mail/|\\.int\\.test\\.ts$)' },
      to: { path: 'node_modules/(imapflow|nodemailer|mailparser)/' },
    },
    {
      name: 'no-react-in-lib',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: 'node_modules/(react|react-dom)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.waypost)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
