// The order of the runtime's folders: each imports only what stands before it (docs/architecture.md).
const ORDER = [
  ['words'],
  ['calendar'],
  ['organization'],
  ['diagram'],
  ['plan'],
  ['kernel'],
  ['soundness'],
  ['deadline', 'form', 'risk'],
  ['case', 'task', 'definition'],
  ['timeline', 'board', 'report', 'training'],
  ['ports'],
  ['executor', 'store'],
  ['office'],
];
const RUNTIME = 'packages/runtime/src';

const later = ORDER.flatMap((group, place) =>
  group.map((folder) => ({
    name: `runtime-${folder}-imports-only-what-stands-before-it`,
    severity: 'error',
    from: { path: `^${RUNTIME}/${folder}/` },
    to: {
      path: `^${RUNTIME}/(${
        ORDER.slice(place + 1)
          .flat()
          .join('|') || 'none'
      }|index|model|checking|rehearsal)(/|\\.ts$)`,
    },
  })),
);

/** The same within the studio; what stands together knows nothing of each other (docs/architecture.md). */
const STUDIO_ORDER = [['file', 'condition'], ['canvas', 'panel'], ['drawing'], ['versions']];
const MODELER = 'packages/modeler/src';
const STUDIO = `${MODELER}/studio`;

const within = STUDIO_ORDER.slice(0, -1).flatMap((group, place) =>
  group.map((folder) => ({
    name: `studio-${folder}-imports-only-what-stands-before-it`,
    severity: 'error',
    from: { path: `^${STUDIO}/${folder}/` },
    to: {
      path: `^${STUDIO}/(${STUDIO_ORDER.slice(place)
        .flat()
        .filter((one) => one !== folder)
        .join('|')})/`,
    },
  })),
);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...later,
    ...within,
    {
      name: 'executors-and-stores-never-meet',
      severity: 'error',
      from: { path: `^${RUNTIME}/executor/` },
      to: { path: `^${RUNTIME}/store/` },
    },
    {
      name: 'bpmn-engine-knows-nothing-of-the-kernel',
      severity: 'error',
      from: { path: `^${RUNTIME}/executor/bpmn-engine/` },
      to: { path: `^${RUNTIME}/(kernel|soundness|executor/kernel)/` },
    },
    {
      name: 'bpmn-engine-only-behind-its-executor',
      severity: 'error',
      from: { path: '^packages/', pathNot: `^${RUNTIME}/executor/bpmn-engine/` },
      to: { path: '(^|/)node_modules/bpmn-(engine|elements)/|^bpmn-(engine|elements)$' },
    },
    {
      name: 'browsers-load-no-bpmn-engine',
      severity: 'error',
      from: { path: `^${RUNTIME}/(model|checking|rehearsal)\\.ts$` },
      to: { path: `^${RUNTIME}/executor/bpmn-engine/`, reachable: true },
    },
    {
      name: 'stores-and-executors-never-meet',
      severity: 'error',
      from: { path: `^${RUNTIME}/store/` },
      to: { path: `^${RUNTIME}/executor/` },
    },
    {
      name: 'only-stores-and-the-servers-door-use-node',
      severity: 'error',
      from: { path: `^${RUNTIME}/`, pathNot: `^${RUNTIME}/(store/|index\\.ts|office/open\\.ts)` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'feelin-only-behind-diagram-feel',
      severity: 'error',
      from: { path: '^packages/', pathNot: `^${RUNTIME}/diagram/feel/` },
      to: { path: '(^|/)node_modules/(feelin|lezer-feel)/|^(feelin|lezer-feel)$' },
    },
    {
      name: 'dmn-moddle-only-behind-diagram-dmn',
      severity: 'error',
      from: { path: '^packages/', pathNot: `^${RUNTIME}/diagram/dmn/` },
      to: { path: '(^|/)node_modules/dmn-moddle/|^dmn-moddle$' },
    },
    {
      name: 'server-only-through-the-runtimes-door',
      severity: 'error',
      from: { path: '^packages/server/' },
      to: { path: `^${RUNTIME}/`, pathNot: `^${RUNTIME}/(index|model)\\.ts$` },
    },
    {
      name: 'modeler-only-through-the-browsers-doors',
      severity: 'error',
      from: { path: '^packages/modeler/' },
      to: {
        path: `^(${RUNTIME}/|packages/server/)`,
        pathNot: `^(${RUNTIME}/(model|checking|rehearsal)\\.ts|packages/server/src/contract\\.ts)$`,
      },
    },
    {
      name: 'versions-know-neither-canvas-nor-panel',
      severity: 'error',
      from: { path: `^${STUDIO}/versions/` },
      to: { path: `^${STUDIO}/(canvas|panel)/` },
    },
    {
      name: 'looking-at-a-diagram-brings-nothing-of-the-editor',
      severity: 'error',
      // Only the shelf leads on, to a new flow.
      from: { path: `^${STUDIO}/[^/]+$`, pathNot: `^${STUDIO}/shelf\\.tsx$` },
      to: { path: `^${STUDIO}/[^/]+/` },
    },
    {
      name: 'other-rooms-only-look-at-diagrams',
      severity: 'error',
      from: { path: `^${MODELER}/(board|task|case|login)/` },
      to: { path: `^${STUDIO}/([^/]+/|(flow|shelf|step)\\.tsx$)` },
    },
    {
      name: 'only-the-frame-and-its-list-of-rooms-know-the-rooms',
      severity: 'error',
      from: { path: `^${MODELER}/ui/`, pathNot: `^${MODELER}/ui/(rooms|frame)\\.tsx$` },
      to: { path: `^${MODELER}/(board|task|case|login|studio)/` },
    },
    {
      name: 'asking-the-server-knows-words-alone',
      severity: 'error',
      from: { path: `^${MODELER}/api/` },
      to: { path: `^${MODELER}/`, pathNot: `^${MODELER}/(api|words)/` },
    },
    {
      name: 'words-know-no-page',
      severity: 'error',
      from: { path: `^${MODELER}/words/` },
      to: { path: `^${MODELER}/`, pathNot: `^${MODELER}/words/` },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
