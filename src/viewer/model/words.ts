export {
  confidenceWord,
  entityTypeName,
  entityTypePlural,
  listInWords,
  POLARITY_WORDS,
  plural,
  predicateNoun,
  reasonInWords,
  SOURCE_KIND_WORDS,
  verbOf,
} from "../../export/index.ts";
