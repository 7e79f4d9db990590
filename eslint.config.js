import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// IEEE 754 fixes these to the last bit, so every browser agrees on them. Sines, powers and logarithms it leaves open.
const exactMath = 'abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc';
const sameBits = 'Every number must be the same to the bit in every browser';

const noMathRandom = {
  object: 'Math',
  property: 'random',
  message: `${sameBits}, run after run: use the seeded generator in #lib/engine.`,
};

const inexactArithmetic = [
  {
    selector: `MemberExpression[object.name='Math']:not([property.name=/^(${exactMath})$/])`,
    message: `${sameBits}, and Math's other members differ between them: use elementary.ts, or write a constant out.`,
  },
  {
    selector: ":matches(BinaryExpression[operator='**'], AssignmentExpression[operator='**='])",
    message: `${sameBits}, and ** differs between them: multiply.`,
  },
];

const page = ['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'fetch'];

export default defineConfig(
  globalIgnores(['.svelte-kit/', 'build/', 'build-*/', 'test-results/']),
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-restricted-properties': ['error', noMathRandom],
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A look-up in a map that the same function has filled cannot fail; saying so is clearer than a branch for it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Kernels walk arrays by index, several at once; one that happens to walk only one need not look different.
      '@typescript-eslint/prefer-for-of': 'off',
      // TypeScript itself reports an unknown name, and knows more of them.
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['src/lib/engine/**/*.ts', 'src/lib/cells/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...inexactArithmetic],
      'no-restricted-globals': [
        'error',
        ...page.map((name) => ({
          name,
          message: 'Engine and cells know no page: they also run in scripts and tests.',
        })),
      ],
    },
  },
);
