const domain = '^app/domain/'
const rungs = [
  ['event', 'site', 'audit', 'jobs'],
  ['identity'],
  ['points'],
  ['notifications', 'promises'],
  ['activity'],
  ['ideas', 'rewards'],
  ['follows'],
  ['votes', 'comments', 'workflow'],
  ['dossiers', 'appeals', 'merges', 'realised', 'thanks'],
  ['rounds'],
  ['moderation'],
  ['imports'],
  ['faq'],
  ['care'],
  ['mentions'],
  ['privacy'],
]
const ladder = rungs.map((rung, height) => ({
  name: `ladder-${rung[0]}`,
  comment: 'A slice imports only from lower rungs of the domain, never from an equal one',
  from: { path: `${domain}(${rung.join('|')})(/|\\.)` },
  to: {
    path: `${domain}(${rungs.slice(height).flat().join('|')})(/|\\.)`,
    pathNot: `${domain}$1(/|\\.)`,
  },
}))
const law = (rule) => ({ severity: 'error', ...rule })
const db = '^db/'

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'db-knows-nobody',
      from: { path: db, pathNot: '^db/demo/' },
      to: { path: '^app/' },
    },
    {
      name: 'domain-knows-no-http',
      from: { path: domain },
      to: { path: '^app/(routes|ui|web)/|^node_modules/(@remix-run|react)' },
    },
    {
      name: 'rules-are-pure',
      from: { path: '\\.(rules|form)\\.ts$' },
      to: { path: '\\.server\\.|^db/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-never-touches-rows',
      from: { path: '^app/ui/' },
      to: { path: '\\.server\\.|^db/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-knows-only-identity',
      from: { path: '^app/web/' },
      to: { path: `^app/(routes|ui)/|${domain}(?!identity/)` },
    },
    {
      name: 'routes-ask-the-domain',
      from: { path: '^app/routes/' },
      to: { path: db, pathNot: '^db/(database\\.server|doors|time)' },
    },
    {
      name: 'drivers-in-one-place',
      from: {
        pathNot:
          '^(db/(dialect|doors|grouped-commits|statement-cache|boot-check|snapshot\\.server|sqlite\\.server|postgres\\.server|postgres-pool|replica|lock\\.server|migrate|migrate-postgres)\\.ts|commands/|tests/)',
      },
      to: {
        path: '^node_modules/(better-sqlite3|pg|drizzle-orm/(pg-core|sqlite-core|node-postgres|better-sqlite3))',
      },
    },
    ...ladder,
  ].map(law),
  required: [
    {
      name: 'staff-doors-are-guarded',
      module: { path: '^app/routes/staff/.*\\.tsx?$' },
      to: { path: '^app/web/guard\\.server' },
    },
  ].map(law),
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
