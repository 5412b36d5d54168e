export { dateInWords, dateRange, periodInWords } from "../../export/index.ts";
