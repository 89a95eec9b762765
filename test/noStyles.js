// What a style sheet is in tests.
export {};
