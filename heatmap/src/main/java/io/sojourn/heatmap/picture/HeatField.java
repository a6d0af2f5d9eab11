package io.sojourn.heatmap.picture;

/**
 * How much heat lies around each pixel. One mark is worth 1 where it fell and fades to 0 at the radius, as in the console's
 * painter. Marks are gathered by pixel first, so the work grows with the picture and not with the marks. One thread.
 */
final class HeatField {
    private final int width;
    private final int height;
    private final int radius;
    private final float[] marks;

    HeatField(int width, int height, int radius) {
        this.width = width;
        this.height = height;
        this.radius = radius;
        marks = new float[width * height];
    }

    /** Marks outside the picture warm nothing. */
    void add(double x, double y, double weight) {
        int column = (int) Math.round(x);
        int line = (int) Math.round(y);
        if (column >= 0 && column < width && line >= 0 && line < height) {
            marks[line * width + column] += (float) weight;
        }
    }

    /** Row by row. */
    float[] spread() {
        float[] kernel = kernel();
        float[] heat = new float[marks.length];
        for (int at = 0; at < marks.length; at++) {
            if (marks[at] > 0) {
                spread(at % width, at / width, marks[at], kernel, heat);
            }
        }
        return heat;
    }

    private void spread(int x, int y, float weight, float[] kernel, float[] heat) {
        int side = 2 * radius + 1;
        for (int line = Math.max(0, y - radius); line <= Math.min(height - 1, y + radius); line++) {
            int row = (line - y + radius) * side + radius - x;
            for (int column = Math.max(0, x - radius); column <= Math.min(width - 1, x + radius); column++) {
                heat[line * width + column] += weight * kernel[row + column];
            }
        }
    }

    private float[] kernel() {
        int side = 2 * radius + 1;
        float[] kernel = new float[side * side];
        for (int at = 0; at < kernel.length; at++) {
            double dx = at % side - radius;
            double dy = (double) (at / side) - radius;
            double distance = (dx * dx + dy * dy) / ((double) radius * radius);
            kernel[at] = distance < 1 ? (float) Math.pow(1 - distance, 3) : 0;
        }
        return kernel;
    }
}
