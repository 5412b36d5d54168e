import faceUrl from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";

/** The face of the labels as CSS that a picture can carry with it; "" where it cannot be had. */
export async function loadFace(): Promise<string> {
  try {
    const data = faceUrl.startsWith("data:") ? faceUrl : await toDataUrl(await fetch(faceUrl));
    return `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(${data}) format("woff2")}`;
  } catch {
    return "";
  }
}

async function toDataUrl(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `data:font/woff2;base64,${btoa(binary)}`;
}

/** Browsers draw no larger side than this. */
const MOST_PIXELS = 16_000;

/**
 * Draws an SVG picture as PNG.
 *
 * @param scale pixels of the image for each of the picture
 * @throws Error in words where the picture is too large for a canvas or cannot be drawn
 */
export async function toPng(svg: string, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
    if (Math.max(width, height) > MOST_PIXELS) {
      throw new Error(`At this size the image would be ${width} × ${height} pixels; browsers draw ${MOST_PIXELS}.`);
    }
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    canvas.getContext("2d")!.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("The browser cannot make an image of this size.");
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
