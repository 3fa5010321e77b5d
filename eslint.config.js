import drizzle from 'eslint-plugin-drizzle'
import ts from 'typescript'
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

const toldOf = new WeakSet()

/** What `tsc --noEmit` says, told by the program that the typed rules have read already. */
const types = {
  create({ filename, report, sourceCode }) {
    const { program } = sourceCode.parserServices
    const file = program.getSourceFile(filename)
    const ofAll = toldOf.has(program)
      ? []
      : [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()]
    toldOf.add(program)
    const ofFile = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]
    const tell = ({ start, code, messageText }) =>
      report({
        loc: sourceCode.getLocFromIndex(start ?? 0),
        message: '{{ text }}',
        data: { text: `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}` },
      })
    return { Program: () => [...ofAll, ...ofFile].forEach(tell) }
  },
}

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
    plugins: { drizzle, compiler: { rules: { types } } },
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'compiler/types': 'error',
      'drizzle/enforce-delete-with-where': ['error', drizzleObjects],
      'drizzle/enforce-update-with-where': ['error', drizzleObjects],
      // A Drizzle query is a lazy thenable: without this option an un-awaited insert adds nothing, silently.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
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
