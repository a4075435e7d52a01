// A permalink as a QR code, drawn as one path so that it prints sharply and needs no picture request.
import { encode } from 'uqr';
import { html, raw } from '../html.js';
const BORDER = 4;
/** An `<svg>` with the text as QR code; `label` is read out in its place. */
export function renderQrCode(text, label) {
    const { size, data } = encode(text, { ecc: 'M', border: BORDER });
    const path = [];
    data.forEach((row, y) => {
        for (let x = 0; x < size;) {
            let run = 0;
            while (row[x + run] === true)
                run++;
            if (run > 0)
                path.push(`M${x} ${y}h${run}v1h-${run}z`);
            x += Math.max(1, run);
        }
    });
    return html `<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${label}"
    shape-rendering="crispEdges"
  >
    <rect width="${size}" height="${size}" fill="#fff"></rect>
    <path fill="#000" d="${raw(path.join(''))}"></path>
  </svg>`;
}
