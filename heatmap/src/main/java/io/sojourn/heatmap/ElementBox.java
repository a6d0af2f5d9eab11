package io.sojourn.heatmap;

/** Where an element stood, CSS px from the page's top left corner. */
public record ElementBox(int x, int y, int width, int height) {
    public boolean isKnown() {
        return width > 0 && height > 0;
    }
}
