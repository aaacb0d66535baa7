// calculator.js: loadCalculator for other people's pages, without any of ours.
export * from './calculator';
