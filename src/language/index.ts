export {
  type Countries,
  type Country,
  type CountryTable,
  createCountries,
  loadCountries,
  type Region,
} from "./en/countries.ts";
export { type ParsedDoc, type Tree, treeOf } from "./tree.ts";
