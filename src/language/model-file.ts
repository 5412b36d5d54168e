import { InputError } from "../core/index.ts";

/**
 * The file format of every model: gzip around a magic word, a JSON header and named byte sections.
 * `meta` holds what is small (label lists, sizes, lexicons), `sections` what is large (weights, codes).
 */
export interface ModelFile {
  readonly kind: string;
  readonly version: number;
  readonly meta: unknown;
  readonly sections: Readonly<Record<string, Uint8Array>>;
}

const MAGIC = "stancegraph-model\n";

interface Header {
  readonly kind: string;
  readonly version: number;
  readonly meta: unknown;
  readonly sections: readonly (readonly [name: string, length: number])[];
}

/** The bytes of a model before compression; the training command gzips them. */
export function encodeModel(model: ModelFile): Uint8Array {
  const names = Object.keys(model.sections).sort();
  const header: Header = {
    kind: model.kind,
    version: model.version,
    meta: model.meta,
    sections: names.map((name) => [name, model.sections[name]!.length]),
  };
  const head = new TextEncoder().encode(MAGIC + JSON.stringify(header));
  const size = head.length + 1 + names.reduce((sum, name) => sum + model.sections[name]!.length, 0);
  const bytes = new Uint8Array(size);
  bytes.set(head, 0);
  let offset = head.length + 1; // a zero byte ends the header
  for (const name of names) {
    bytes.set(model.sections[name]!, offset);
    offset += model.sections[name]!.length;
  }
  return bytes;
}

/**
 * Reads a model file, gzipped or not.
 *
 * @throws InputError if the bytes are no model, or one of another kind or version
 */
export async function readModel(bytes: Uint8Array, kind: string, version: number): Promise<ModelFile> {
  const plain = await inflate(bytes);
  const decoder = new TextDecoder();
  if (decoder.decode(plain.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new InputError(`readModel: expected a model of kind "${kind}", but the bytes are no model file.`, {
      code: "not-a-model",
    });
  }
  const headEnd = plain.indexOf(0, MAGIC.length);
  const header = JSON.parse(decoder.decode(plain.subarray(MAGIC.length, headEnd))) as Header;
  if (header.kind !== kind || header.version !== version) {
    throw new InputError(
      `readModel: expected "${kind}" version ${version}, found "${header.kind}" version ${header.version}. Use the model files of this release.`,
      { code: "wrong-model" },
    );
  }
  const sections: Record<string, Uint8Array> = {};
  let offset = headEnd + 1;
  for (const [name, length] of header.sections) {
    sections[name] = plain.subarray(offset, offset + length);
    offset += length;
  }
  if (offset !== plain.length) {
    throw new InputError(`readModel: "${kind}" holds ${plain.length} bytes, expected ${offset}; the file is cut.`, {
      code: "cut-model",
    });
  }
  return { kind, version, meta: header.meta, sections };
}

/** Undoes gzip where the bytes are gzipped (a server may have done it already). */
export async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
