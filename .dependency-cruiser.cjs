// The layers of src/ and what each may import. Data flows one way, from ingest to export; see CONTRIBUTING.md.
const ALLOWED = {
  core: [],
  ingest: ["core"],
  language: ["core"],
  extract: ["core", "language"],
  resolve: ["core", "language"],
  graph: ["core"],
  analyse: ["core", "graph"],
  export: ["core", "graph"],
  pipeline: ["core", "ingest", "language", "extract", "resolve", "graph", "analyse", "export"],
  viewer: ["core", "ingest", "graph", "analyse", "export", "pipeline"],
  node: ["core", "index"],
  cli: ["core", "index", "node"],
  train: [
    "core",
    "ingest",
    "language",
    "extract",
    "resolve",
    "graph",
    "analyse",
    "export",
    "pipeline",
    "node",
    "index",
  ],
};
const path = (name) => (name === "index" ? "^src/index\\.ts$" : `^src/${name}/`);

module.exports = {
  forbidden: [
    ...Object.entries(ALLOWED).map(([from, to]) => ({
      name: `${from}-imports-only-its-layers`,
      severity: "error",
      from: { path: `^src/${from}/` },
      to: { path: "^src/", pathNot: [from, ...to].map(path) },
    })),
    ...Object.keys(ALLOWED).map((folder) => ({
      name: `through-the-front-door-of-${folder}`,
      comment: "Other folders import a folder's index, never a file inside.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(${folder}|train)/` },
      to: { path: `^src/${folder}/`, pathNot: `^src/${folder}/index\\.ts$` },
    })),
    { name: "no-cycles", severity: "error", from: { path: "^src/" }, to: { circular: true } },
    {
      name: "node-only-at-the-edges",
      comment: "The library runs in browsers: node:* belongs to src/node, src/cli and src/train.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(node|cli|train)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "sigma-in-the-viewer-only",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/viewer/" },
      to: { path: "node_modules/(sigma|@sigma|react|react-dom|react-aria-components)/" },
    },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" }, to: {} },
    {
      name: "resolvable",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true, pathNot: "\\.(css|bin)($|\\?)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
