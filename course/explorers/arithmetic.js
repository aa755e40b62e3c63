// Cross-correlation on nested lists, rows first. Pairs are [rows, columns], as in torch.nn.Conv2d.

// outputSize(8, 3, 2, 1) === 4: floor((8 + 2 - 2 - 1) / 2) + 1. Nothing fits: 0.
export function outputSize(n, k, s = 1, p = 0, d = 1) {
  return Math.max(0, Math.floor((n + 2 * p - d * (k - 1) - 1) / s) + 1);
}

export const zeros = (rows, cols) => Array.from({ length: rows }, () => new Array(cols).fill(0));

export const shape = (grid) => [grid.length, grid[0].length];

export const peak = (grid) => grid.reduce((most, line) => line.reduce((m, v) => Math.max(m, Math.abs(v)), most), 0);

export function pad(image, [p_rows, p_cols]) {
  const [rows, cols] = shape(image);
  const padded = zeros(rows + 2 * p_rows, cols + 2 * p_cols);
  image.forEach((line, row) => line.forEach((value, col) => (padded[row + p_rows][col + p_cols] = value)));
  return padded;
}

// Turn the kernel by half a turn: correlating with it is then the true convolution.
export const flip = (kernel) => kernel.map((row) => [...row].reverse()).reverse();

// The pixels under a kernel whose first tap lies on [top, left] of an already padded image.
export function windowAt(padded, [k_rows, k_cols], [top, left], [d_rows, d_cols] = [1, 1]) {
  return zeros(k_rows, k_cols).map((line, row) =>
    line.map((_, col) => padded[top + row * d_rows][left + col * d_cols]),
  );
}

export const times = (a, b) => a.map((line, row) => line.map((value, col) => value * b[row][col]));

export const total = (grid) => grid.flat().reduce((sum, value) => sum + value, 0);

export function correlate(image, kernel, stride = [1, 1], padding = [0, 0], dilation = [1, 1]) {
  const padded = pad(image, padding);
  const [rows, cols] = [0, 1].map((axis) =>
    outputSize(shape(padded)[axis], shape(kernel)[axis], stride[axis], 0, dilation[axis]),
  );
  const output = zeros(rows, cols);
  // One tap of the kernel after the other: on a photograph far quicker than one window after the other.
  kernel.forEach((weights, k_row) =>
    weights.forEach((weight, k_col) =>
      output.forEach((line, row) => {
        const pixels = padded[row * stride[0] + k_row * dilation[0]];
        for (let col = 0; col < cols; col++) line[col] += weight * pixels[col * stride[1] + k_col * dilation[1]];
      }),
    ),
  );
  return output;
}
