export { type CsvTables, toCsv } from "./csv.ts";
export { toGexf } from "./gexf.ts";
export { toGraphml } from "./graphml.ts";
export { toJson } from "./json.ts";
