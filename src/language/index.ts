export { type ParsedDoc, type Tree, treeOf } from "./tree.ts";
