import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['generated/', 'node_modules/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  { rules: { '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }] } },
  {
    // One file may read the clock or build a Date: everything else receives civil dates as text.
    files: ['**/*.ts'],
    ignores: ['words/format.ts', 'build/'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: 'Only words/format.ts may use Date.' }],
    },
  },
  {
    files: ['build/*.mjs', 'package/*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
