import js from '@eslint/js';
import globals from 'globals';

export default [
  js.configs.recommended,
  {
    languageOptions: {ecmaVersion: 2023, sourceType: 'module', globals: {...globals.browser, ...globals.node}},
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-shadow': ['error', {builtinGlobals: false}],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map(property => ({property, message: 'Words of data become text nodes, never HTML.'}))],
      'no-restricted-globals': ['error', 'event', 'name'],
      'no-unused-vars': ['error', {args: 'after-used', argsIgnorePattern: '^_'}],
    },
  },
];
