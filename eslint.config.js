import drizzle from 'eslint-plugin-drizzle'
import tseslint from 'typescript-eslint'

const doors = [
  'app/routes/**',
  'app/root.tsx',
  'app/routes.ts',
  'app/entry.server.tsx',
  '*.config.ts',
  'tests/**/*.config.ts',
  'tests/*-template.ts',
  'tests/e2e/*.ts',
]
const rawSql = [
  { name: 'drizzle-orm', importNames: ['ilike'], message: 'Compare folded text instead.' },
]
const drizzleObjects = { drizzleObjectName: ['tx', 'db'] }

export default tseslint.config(
  {
    ignores: [
      'build/',
      'data/',
      'node_modules/',
      'db/migrations/',
      'test-results/',
      'playwright-report/',
      '.cache/',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    plugins: { drizzle },
    rules: {
      'drizzle/enforce-delete-with-where': ['error', drizzleObjects],
      'drizzle/enforce-update-with-where': ['error', drizzleObjects],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-restricted-imports': ['error', { paths: rawSql }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Default exports only in routes and configs.',
        },
        {
          selector: "MemberExpression[object.name='sql'][property.name=/^(raw|identifier)$/]",
          message: 'Names from outside never become SQL.',
        },
      ],
      'max-lines': ['error', { max: 200, skipComments: true }],
      'max-params': ['error', 4],
      complexity: ['error', 8],
    },
  },
  {
    files: ['**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40, skipComments: true }] },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 90 }] } },
  {
    files: ['app/**/*.tsx'],
    ignores: ['app/ui/prose.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Only <Prose> may, with sanitised HTML.',
        },
      ],
    },
  },
  {
    files: ['app/domain/**'],
    rules: { 'no-restricted-globals': ['error', 'Response', 'Request', 'fetch'] },
  },
  { files: doors, rules: { 'no-restricted-syntax': 'off' } },
  // Remix calls it with five.
  { files: ['app/entry.server.tsx'], rules: { 'max-params': 'off' } },
  {
    files: ['tests/**', 'app/domain/**/default-*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', complexity: 'off' },
  },
)
