/** The arrows of the design, section 4. */
const pure = '^src/(workflow|language|syndication)/'
module.exports = {
  forbidden: [
    {
      name: 'pure-rooms-know-nothing',
      comment:
        'The pure rooms import no framework, no database and no other room; hashing, comparing lists and the stems of words are all they take.',
      severity: 'error',
      from: { path: pure },
      to: {
        pathNot: [pure, '^(node:)?crypto$', '^node_modules/diff/', '^@orama/stemmers/'],
      },
    },
    {
      name: 'public-side-knows-no-desk',
      comment: 'What the public reads never depends on what people write.',
      severity: 'error',
      from: { path: '^src/press-room/' },
      to: { path: '^src/(desk|admin|exchange|app|server)/' },
    },
    {
      name: 'desk-knows-no-app',
      severity: 'error',
      from: { path: '^src/desk/', pathNot: '^src/desk/boot.ts$' },
      to: { path: '^src/(app|server)/' },
    },
    {
      name: 'desk-knows-no-admin',
      comment: 'Words are shared; screens are not.',
      severity: 'error',
      from: { path: '^src/desk/' },
      to: { path: '^src/admin/(?!words/)' },
    },
    {
      name: 'server-knows-its-ports-only',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/(desk|admin|press-room|exchange|app|workflow|language|syndication)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: '^(src|collections)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
}
