const swc = [
  '@swc/jest',
  {
    jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'es6' },
  },
];

/** The packages are tested as they are written: their doors are mapped to the sources, so no build is needed. */
export default {
  roots: ['<rootDir>/test', '<rootDir>/packages'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '<rootDir>/test/e2e/',
    ...(process.env.MONGODB_URI ? [] : ['<rootDir>/test/mongodb/']),
  ],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': swc },
  moduleNameMapper: {
    '^@guicheng/runtime$': '<rootDir>/packages/runtime/src/index.ts',
    '^@guicheng/runtime/(model|checking|rehearsal)$': '<rootDir>/packages/runtime/src/$1.ts',
    '^@guicheng/server/contract$': '<rootDir>/packages/server/src/contract.ts',
    // jsdom lays nothing out
    '\\.css$': '<rootDir>/test/noStyles.js',
  },
  testEnvironment: 'node',
  testTimeout: 30000,
};
