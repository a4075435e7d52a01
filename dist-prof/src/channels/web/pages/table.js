// Every table of the page. On narrow screens a row becomes a block with its column's name before each cell, so that
// nobody has to scroll sideways; the roles keep it a table for screen readers when its cells are laid out as blocks.
import { html, raw } from '../html.js';
function renderRow({ cells, isBase }, header) {
    return html `<tr role="row" ${isBase === true ? raw(' class="base"') : ''}>
    ${cells.map((cell, i) => i === 0
        ? html `<th scope="row" role="rowheader">${cell}</th>`
        : html `<td role="cell" data-label="${header[i] ?? ''}">${cell}</td>`)}
  </tr>`;
}
export function renderTable({ label, header, rows, className }) {
    return html `<div class="scroll" role="region" tabindex="0" aria-label="${label}">
    <table role="table" class="${className ?? ''}">
      <thead role="rowgroup">
        <tr role="row">
          ${header.map((cell) => html `<th scope="col" role="columnheader">${cell}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => renderRow(row, header))}
      </tbody>
    </table>
  </div>`;
}
