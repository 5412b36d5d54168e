/** Splits numbers into byte planes, low bytes first: what `pairs` and `triples` of the clusters read. */
export function toPlanes(numbers: ArrayLike<number>, width: number): Uint8Array {
  const bytes = new Uint8Array(numbers.length * width);
  for (let plane = 0; plane < width; plane++) {
    for (let i = 0; i < numbers.length; i++) bytes[plane * numbers.length + i] = (numbers[i]! >>> (8 * plane)) & 255;
  }
  return bytes;
}
